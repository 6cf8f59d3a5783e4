package dev.tocsin.oncall;

import java.util.UUID;

/** Something with a name, as others show it. */
public record Ref(UUID id, String name) {}
