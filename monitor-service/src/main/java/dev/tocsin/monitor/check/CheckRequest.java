package dev.tocsin.monitor.check;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A check as it is sent to us. What is left out gets a sensible value; {@code version} is needed to change one.
 *
 * @param kind a word of {@code GET /api/v1/check-kinds}
 * @param targets whatever else was sent: under the word of the kind stands what to probe
 * @param conditions what must hold of each answer, in the language of {@code GET /api/v1/check-kinds}
 * @param failureWindow left out: as many as the failure threshold, that is, one failure right after the other
 * @param degradedAfter left out: never slow, only too late
 * @param parentIds checks it stands behind: while one of them is down, this one is unreachable and pages nobody
 * @param alert left out: nobody is told
 */
public record CheckRequest(
        String name,
        Optional<UUID> serviceId,
        Optional<UUID> teamId,
        String kind,
        @JsonAnySetter Map<String, JsonNode> targets,
        List<String> conditions,
        Duration interval,
        Duration timeout,
        Integer failureThreshold,
        Integer failureWindow,
        Integer successThreshold,
        Optional<Duration> degradedAfter,
        Boolean detectFlapping,
        Set<UUID> parentIds,
        Optional<Alert> alert,
        Optional<Boolean> paused,
        Optional<Integer> version) {
    private static final Duration USUAL_INTERVAL = Duration.ofSeconds(30);
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(5);

    /**
     * Whom to tell.
     *
     * @param routingKey of the Events API v2; written, never read back; left out: the one there is stays
     * @param eventsUrl where to send events; left out: our own on-call service
     */
    public record Alert(Optional<String> routingKey, Optional<String> eventsUrl) {
        public Alert {
            routingKey = orEmpty(routingKey).filter(k -> !k.isBlank());
            eventsUrl = orEmpty(eventsUrl).filter(u -> !u.isBlank());
        }
    }

    public CheckRequest {
        name = name == null ? "" : name.strip();
        serviceId = orEmpty(serviceId);
        teamId = orEmpty(teamId);
        kind = kind == null ? "" : kind;
        targets = targets == null ? Map.of() : targets;
        conditions = conditions == null
                ? List.of()
                : conditions.stream()
                        .map(text -> text == null ? "" : text.strip())
                        .toList();
        interval = interval == null ? USUAL_INTERVAL : interval;
        timeout = timeout != null ? timeout : interval.compareTo(USUAL_TIMEOUT) < 0 ? interval : USUAL_TIMEOUT;
        failureThreshold = failureThreshold == null ? 2 : failureThreshold;
        failureWindow = failureWindow == null ? failureThreshold : failureWindow;
        degradedAfter = orEmpty(degradedAfter);
        detectFlapping = detectFlapping == null || detectFlapping;
        parentIds = parentIds == null ? Set.of() : parentIds;
        successThreshold = successThreshold == null ? 1 : successThreshold;
        alert = orEmpty(alert);
        paused = orEmpty(paused);
        version = orEmpty(version);
    }

    private static <T> Optional<T> orEmpty(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }
}
