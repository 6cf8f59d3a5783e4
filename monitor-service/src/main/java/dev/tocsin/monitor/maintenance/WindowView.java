package dev.tocsin.monitor.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A window as people see it.
 *
 * @param state running, planned or over
 * @param next the occurrence that runs, or else the next one; left out when it is over
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record WindowView(
        UUID id,
        int version,
        String name,
        boolean everything,
        Set<UUID> checkIds,
        Set<UUID> serviceIds,
        Set<UUID> teamIds,
        LocalDateTime starts,
        String zone,
        Duration duration,
        Optional<String> rrule,
        String madeBy,
        String state,
        Optional<Span> next) {

    static WindowView of(Window window, Instant now) {
        var next = window.runningOrNext(now);
        var state = next.map(span -> span.holds(now) ? "running" : "planned").orElse("over");
        return new WindowView(
                window.series(),
                window.version(),
                window.name(),
                window.everything(),
                window.checkIds(),
                window.serviceIds(),
                window.teamIds(),
                window.when().starts(),
                window.when().zone().getId(),
                window.when().length(),
                window.when().rule(),
                window.madeBy(),
                state,
                next);
    }
}
