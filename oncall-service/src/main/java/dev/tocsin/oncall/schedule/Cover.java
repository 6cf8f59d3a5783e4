package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who covers an instant, and why. Equal covers side by side are one shift. */
sealed interface Cover {
    record ByLayer(UUID person, int layer, String name, Instant turn) implements Cover {}

    record ByOverride(UUID person, UUID override) implements Cover {}

    record ByNobody() implements Cover {}

    default Optional<UUID> who() {
        return switch (this) {
            case ByLayer layer -> Optional.of(layer.person());
            case ByOverride override -> Optional.of(override.person());
            case ByNobody _ -> Optional.empty();
        };
    }
}
