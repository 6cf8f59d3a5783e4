package dev.tocsin.oncall.incident;

import java.time.Duration;
import java.time.Instant;

/** What became of an attempt to close an incident. */
public sealed interface Resolution {
    record Closed(Duration after) implements Resolution {}

    record AlreadyClosed(String by, Instant at) implements Resolution {}
}
