package dev.tocsin.oncall.maintenance;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/**
 * Planned work as shown. {@code state} is active, upcoming or over; {@code ahead} holds the occurrence that is going on,
 * if there is one, and the next few; {@code suppressed} counts what it kept quiet so far.
 */
record WindowView(
        UUID id,
        UUID serviceId,
        String title,
        String zone,
        LocalDateTime start,
        LocalDateTime end,
        String rrule,
        String state,
        List<Recurrence.Occurrence> ahead,
        Maintenance.Suppressed suppressed,
        String createdBy,
        int version) {
    private static final int SHOWN_AHEAD = 4;

    static WindowView of(MaintenanceWindow window, Maintenance.Suppressed suppressed, Instant now) {
        var ahead = window.ahead(now, SHOWN_AHEAD);
        var state = ahead.isEmpty() ? "over" : ahead.getFirst().contains(now) ? "active" : "upcoming";
        return new WindowView(
                window.id,
                window.serviceId,
                window.title,
                window.zone,
                window.startWall,
                window.endWall,
                window.rrule,
                state,
                ahead,
                suppressed,
                window.createdBy,
                window.version);
    }
}
