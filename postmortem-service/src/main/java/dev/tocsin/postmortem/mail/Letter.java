package dev.tocsin.postmortem.mail;

import java.util.UUID;

/** One mail that is owed; {@code tries} counts this one. */
record Letter(UUID postmortem, int number, String recipient, int tries) {}
