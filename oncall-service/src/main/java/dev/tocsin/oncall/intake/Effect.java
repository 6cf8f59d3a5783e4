package dev.tocsin.oncall.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What a signal did: {@code incident} is the one it belongs to, when there is one. */
record Effect(String dedupKey, Outcome outcome, Optional<UUID> incident) {
    static Effect taken(Signal signal) {
        return new Effect(signal.dedupKey(), Outcome.TAKEN, Optional.empty());
    }

    enum Outcome {
        OPENED,
        COUNTED,
        ACKNOWLEDGED,
        RESOLVED,
        NOTED,
        /** Nothing open has this key, and only a trigger opens. */
        NOTHING_OPEN,
        /** It was observed before something that is known already. */
        LATE,
        /** Durable, and worked on in a moment: it came in a flood. */
        TAKEN;

        String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
