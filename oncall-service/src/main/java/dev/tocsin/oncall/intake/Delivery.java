package dev.tocsin.oncall.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All that one request says; {@code group} when the tool names the set that its alerts belong to. */
record Delivery(List<Signal> signals, Optional<Group> group) {
    /** A set of alerts that is told of together. {@code whole}: none was left out, so an absent one has left the set. */
    record Group(String key, boolean whole) {
        /** Longer than a repeated or overtaken request of a redundant pair of senders is under way. */
        private static final Duration SURELY_LATER = Duration.ofMinutes(1);

        /**
         * Whether an open alert that this payload does not name has left the set. A payload that is older than the alert
         * says nothing about it.
         *
         * @param newest the newest time in the payload
         * @param begun when the absent alert began
         * @param lastNamed when a payload named it last
         */
        static boolean hasLeft(Optional<Instant> newest, Optional<Instant> begun, Instant lastNamed, Instant now) {
            boolean knewOfIt =
                    newest.isPresent() && begun.isPresent() && !newest.get().isBefore(begun.get());
            return knewOfIt || lastNamed.plus(SURELY_LATER).isBefore(now);
        }
    }

    static Delivery of(Signal signal) {
        return new Delivery(List.of(signal), Optional.empty());
    }

    Optional<Instant> newest() {
        return signals.stream().flatMap(signal -> signal.observed().stream()).max(Instant::compareTo);
    }
}
