package dev.tocsin.monitor.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.monitor.history.ResultView;
import dev.tocsin.monitor.probe.HttpTarget;
import dev.tocsin.monitor.probe.TcpTarget;

/**
 * A check as people see it: its settings without secrets, and how it is.
 *
 * @param keyHint the end of the routing key, to recognise it by
 * @param worstCaseDetection the longest time from a break to the verdict
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record CheckView(
        UUID id,
        String name,
        Optional<UUID> serviceId,
        Optional<UUID> teamId,
        String kind,
        Optional<HttpTarget> http,
        Optional<TcpTarget> tcp,
        Duration interval,
        Duration timeout,
        int failureThreshold,
        int successThreshold,
        Optional<Alert> alert,
        boolean paused,
        int version,
        String state,
        Instant stateSince,
        Optional<String> reason,
        Optional<ResultView> lastResult,
        Duration worstCaseDetection,
        boolean hasAlert,
        Optional<String> keyHint) {

    /** What of the alert may be read back. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Alert(Optional<String> eventsUrl) {}
}
