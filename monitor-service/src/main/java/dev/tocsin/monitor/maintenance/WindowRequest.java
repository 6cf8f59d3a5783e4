package dev.tocsin.monitor.maintenance;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A window as it is sent to us.
 *
 * @param starts local time in the zone; left out: now
 * @param zone left out: UTC
 * @param rrule without {@code RRULE:} in front; left out: once
 * @param version needed to change one
 */
public record WindowRequest(
        String name,
        Boolean everything,
        Set<UUID> checkIds,
        Set<UUID> serviceIds,
        Set<UUID> teamIds,
        Optional<LocalDateTime> starts,
        String zone,
        Duration duration,
        Optional<String> rrule,
        Optional<Integer> version) {

    public WindowRequest {
        name = name == null ? "" : name.strip();
        everything = everything != null && everything;
        checkIds = checkIds == null ? Set.of() : checkIds;
        serviceIds = serviceIds == null ? Set.of() : serviceIds;
        teamIds = teamIds == null ? Set.of() : teamIds;
        starts = starts == null ? Optional.empty() : starts;
        zone = zone == null || zone.isBlank() ? "UTC" : zone.strip();
        rrule = rrule == null
                ? Optional.empty()
                : rrule.map(r -> r.strip().replaceFirst("(?i)^RRULE:", "")).filter(r -> !r.isEmpty());
        version = version == null ? Optional.empty() : version;
    }
}
