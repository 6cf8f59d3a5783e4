package dev.tocsin.monitor.alerting;

import java.util.Optional;

/** Carries one event to where it should go, once. */
interface Courier {

    /** What came of it. */
    sealed interface Receipt {
        /** A 2xx: it is theirs now. */
        record Taken(String answer) implements Receipt {}

        /** A 400: it will never be taken. */
        record Rejected(String answer) implements Receipt {}

        /** Anything else: try again. */
        record NotNow(String answer) implements Receipt {}
    }

    Receipt carry(String event, String routingKey, Optional<String> eventsUrl);
}
