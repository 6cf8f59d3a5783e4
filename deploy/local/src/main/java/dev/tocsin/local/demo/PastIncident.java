package dev.tocsin.local.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A closed incident of the history; people and services by name.
 *
 * @param acknowledged empty when nobody ever did
 * @param resolver the person who ended it; empty when the source did
 * @param paged in the order of their pages
 * @param report the postmortem it led to, if it did
 */
record PastIncident(
        String service,
        String title,
        Trouble.Severity severity,
        Map<String, Object> details,
        Instant triggeredAt,
        Optional<Acknowledged> acknowledged,
        Instant resolvedAt,
        Optional<String> resolver,
        List<Paged> paged,
        Optional<Report> report) {

    record Acknowledged(Instant at, String by) {}

    /** {@code step} counts from 1. */
    record Paged(String person, Instant at, int step) {}

    boolean overlaps(PastIncident other) {
        return service.equals(other.service)
                && triggeredAt.isBefore(other.resolvedAt)
                && other.triggeredAt.isBefore(resolvedAt);
    }
}
