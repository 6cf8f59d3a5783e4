package dev.tocsin.monitor.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.monitor.database.Row;

/**
 * One call as people see it.
 *
 * @param number grows from call to call
 * @param kind start, success, fail or log
 * @param took since the run's start, where we were told of it
 * @param body what came with it: at most 10 kB, redacted
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SignalView(
        long number,
        Instant at,
        String kind,
        Optional<Integer> exitCode,
        Optional<Duration> took,
        Optional<UUID> run,
        Optional<String> body,
        Optional<String> address,
        Optional<String> agent) {

    static SignalView of(Row row) {
        return new SignalView(
                row.number("id"),
                row.instant("at"),
                row.text("kind"),
                row.maybeInteger("exit_code"),
                row.maybeNumber("took_ms").map(Duration::ofMillis),
                row.maybeUuid("run"),
                row.maybeText("body"),
                row.maybeText("address"),
                row.maybeText("agent"));
    }
}
