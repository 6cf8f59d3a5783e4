package dev.tocsin.monitor.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How a job stands that is to call us.
 *
 * @param standing waiting, on-time, late, failed or overrun
 * @param expected when the next success is due
 * @param deadline from when on it is late
 * @param ahead the times after that
 * @param running since when a run goes on that told us of its start
 * @param took how long the last run took
 * @param key what its secret is recognised by; missing until one is made
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record HeartbeatView(
        String standing,
        Instant expected,
        Instant deadline,
        List<Instant> ahead,
        Optional<Instant> succeeded,
        Optional<Instant> failed,
        Optional<Instant> running,
        Optional<Duration> took,
        Optional<Key> key,
        String pingUrl) {

    /** @param previousUntil until when the key before it is good, too */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Key(String hint, Instant madeAt, Optional<Instant> previousUntil) {}

    static String word(Finding finding) {
        return finding.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
