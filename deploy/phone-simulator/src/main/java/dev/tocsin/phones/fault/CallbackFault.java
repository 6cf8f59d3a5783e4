package dev.tocsin.phones.fault;

import java.time.Duration;

/** What goes wrong with one status callback. */
public sealed interface CallbackFault {
    /** Nothing does. */
    record None() implements CallbackFault {}

    /** It never comes. */
    record Drop() implements CallbackFault {}

    /** It comes twice. */
    record Duplicate() implements CallbackFault {}

    /** It comes late, perhaps after its successor. */
    record Late(Duration delay) implements CallbackFault {}
}
