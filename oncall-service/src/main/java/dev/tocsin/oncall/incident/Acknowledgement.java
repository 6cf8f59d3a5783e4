package dev.tocsin.oncall.incident;

import java.time.Duration;
import java.time.Instant;

/** What became of an attempt to take an incident. */
public sealed interface Acknowledgement {
    /** It is theirs now; {@code after} the trigger. */
    record Taken(Duration after) implements Acknowledgement {}

    record AlreadyTaken(String by, Instant at) implements Acknowledgement {}

    record TooLate(String resolvedBy, Instant resolvedAt) implements Acknowledgement {}
}
