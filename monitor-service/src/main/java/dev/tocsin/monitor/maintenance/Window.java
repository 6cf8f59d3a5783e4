package dev.tocsin.monitor.maintenance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A maintenance window as it was meant from one moment to another.
 *
 * @param series what people know it by; edits keep it
 * @param everything whether it is for every check
 * @param validTo empty while it is meant so
 */
record Window(
        UUID series,
        int version,
        String name,
        boolean everything,
        Set<UUID> checkIds,
        Set<UUID> serviceIds,
        Set<UUID> teamIds,
        Recurrence when,
        String madeBy,
        Instant validFrom,
        Optional<Instant> validTo) {

    boolean concerns(Whose whose) {
        return everything
                || checkIds.contains(whose.check())
                || whose.service().filter(serviceIds::contains).isPresent()
                || whose.team().filter(teamIds::contains).isPresent();
    }

    /** Its occurrences in this time, as far as it was meant then. */
    List<Span> between(Instant from, Instant to) {
        var least = validFrom.isAfter(from) ? validFrom : from;
        var most = validTo.filter(end -> end.isBefore(to)).orElse(to);
        if (!least.isBefore(most)) return List.of();
        return when.between(least, most).stream()
                .flatMap(span -> span.within(least, most).stream())
                .toList();
    }

    /** The occurrence that runs now, cut to what is meant, or the next. */
    Optional<Span> runningOrNext(Instant now) {
        var from = validFrom.isAfter(now) ? validFrom : now;
        return when.runningOrNext(from).flatMap(span -> span.within(validFrom, validTo.orElse(Instant.MAX)));
    }
}
