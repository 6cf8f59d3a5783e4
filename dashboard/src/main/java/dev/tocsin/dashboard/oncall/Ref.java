package dev.tocsin.dashboard.oncall;

import java.util.UUID;

/** Something with a name, as lists of choices and cross-references give it. */
record Ref(UUID id, String name) {}
