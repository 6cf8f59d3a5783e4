package dev.tocsin.monitor.maintenance;

import java.util.Optional;
import java.util.UUID;

/** A check as a window knows it: by itself, by its service, by its team. */
public record Whose(UUID check, Optional<UUID> service, Optional<UUID> team) {}
