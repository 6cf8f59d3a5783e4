package dev.tocsin.postmortem.draft;

import java.util.UUID;

/** Fired inside the transaction that opened a report, measured it anew or saved its text. */
public record Touched(UUID id) {}
