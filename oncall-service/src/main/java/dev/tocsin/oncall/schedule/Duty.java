package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.util.UUID;

/** That somebody is on call, and why. */
record Duty(UUID person, Reason reason) {

    sealed interface Reason {
        /** It is their turn, which began at {@code turn}, in the layer with this index and name. */
        record ByLayer(int layer, String name, Instant turn) implements Reason {}

        /** An override put them there. */
        record ByOverride(UUID override) implements Reason {}

        /** A temporary schedule has them in one of its shifts, which begins at {@code shift}. */
        record ByTemporary(UUID temporary, Instant shift) implements Reason {}
    }

    static Duty byLayer(UUID person, int layer, String name, Instant turn) {
        return new Duty(person, new Reason.ByLayer(layer, name, turn));
    }

    static Duty byOverride(UUID person, UUID override) {
        return new Duty(person, new Reason.ByOverride(override));
    }
}
