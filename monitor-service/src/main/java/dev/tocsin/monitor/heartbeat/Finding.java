package dev.tocsin.monitor.heartbeat;

import java.time.Instant;

/** How a job stands that is to call us. */
sealed interface Finding {
    /** When the next success is due. */
    Instant expected();

    /** From when on it is late. */
    Instant deadline();

    /** It has not called since calls are expected. */
    record Waiting(Instant expected, Instant deadline) implements Finding {}

    record OnTime(Instant expected, Instant deadline) implements Finding {}

    record Late(Instant expected, Instant deadline, String reason) implements Finding {}

    /** It said so itself. */
    record Failed(Instant expected, Instant deadline, String reason) implements Finding {}

    /** It began and did not come to an end in the time it is given. */
    record Overrun(Instant expected, Instant deadline, String reason) implements Finding {}
}
