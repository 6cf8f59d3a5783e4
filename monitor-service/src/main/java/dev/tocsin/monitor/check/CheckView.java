package dev.tocsin.monitor.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.monitor.history.ResultView;
import dev.tocsin.monitor.maintenance.Maintenance;
import dev.tocsin.monitor.probe.Target;

/**
 * A check as people see it: its settings without secrets, and how it is.
 *
 * @param targets under the word of the kind what is probed, without secrets
 * @param cause why it is unknown: never-probed, stale, overload, no-connectivity or probe
 * @param flapping it goes up and down too often; one alert stands for all of it
 * @param keyHint the end of the routing key, to recognise it by
 * @param code where it is edited, when not here
 * @param worstCaseDetection the longest time from a break to the verdict
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record CheckView(
        UUID id,
        String name,
        Optional<UUID> serviceId,
        Optional<UUID> teamId,
        String kind,
        @JsonAnyGetter Map<String, Target> targets,
        List<String> conditions,
        Duration interval,
        Duration timeout,
        int failureThreshold,
        int failureWindow,
        int successThreshold,
        Optional<Duration> degradedAfter,
        boolean detectFlapping,
        List<Parent> parents,
        Optional<Alert> alert,
        boolean paused,
        int version,
        String state,
        Instant stateSince,
        Optional<String> reason,
        Optional<String> cause,
        boolean flapping,
        Optional<Maintenance.Open> maintenance,
        Optional<ResultView> lastResult,
        Duration worstCaseDetection,
        boolean hasAlert,
        Optional<String> keyHint,
        Optional<Origin> code) {

    /** A check that this one stands behind. */
    public record Parent(UUID id, String name, String state) {}

    /** What of the alert may be read back. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Alert(Optional<String> eventsUrl) {}
}
