package dev.tocsin.oncall.response;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.incident.Severity;

/** What figures are asked of: a stretch of time and what narrows it, as it stands in the address. */
class Question {
    private static final int MOST_BUCKETS = 400;

    @QueryParam("from")
    String from;

    @QueryParam("to")
    String to;

    @QueryParam("bucket")
    String bucket;

    @QueryParam("zone")
    String zone;

    @QueryParam("team")
    UUID team;

    @QueryParam("service")
    UUID service;

    @QueryParam("person")
    UUID person;

    @QueryParam("severity")
    String severity;

    Asked asked() {
        var start = instant("from", from);
        var end = instant("to", to);
        if (!start.isBefore(end)) throw Problem.badField("to", "must be after from");
        return new Asked(
                before(start, end, zone()),
                start,
                end,
                zone(),
                Optional.ofNullable(team),
                Optional.ofNullable(service),
                Optional.ofNullable(person),
                severity());
    }

    List<Instant> starts(Asked asked) {
        var starts = bucket().starts(asked.from(), asked.to(), asked.zone(), MOST_BUCKETS);
        if (starts.size() > MOST_BUCKETS) {
            throw Problem.badField("bucket", "gives more than 400 spans; take a longer one");
        }
        return starts;
    }

    /** As much of the calendar before: seven days before a week, though one of them may have 25 hours. */
    private static Instant before(Instant from, Instant to, ZoneId zone) {
        var start = LocalDateTime.ofInstant(from, zone);
        var length = Duration.between(start, LocalDateTime.ofInstant(to, zone));
        return start.minus(length).atZone(zone).toInstant();
    }

    private Bucket bucket() {
        if (bucket == null || bucket.isBlank()) return Bucket.WEEK;
        try {
            return Bucket.valueOf(bucket.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.badField("bucket", "must be day, week or month");
        }
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone == null || zone.isBlank() ? "UTC" : zone);
        } catch (DateTimeException e) {
            throw Problem.badField("zone", "is not a time zone such as Europe/Berlin");
        }
    }

    private Optional<Severity> severity() {
        if (severity == null || severity.isBlank()) return Optional.empty();
        var known = Severity.named(severity);
        if (known.isEmpty()) throw Problem.badField("severity", "must be critical, error, warning or info");
        return known;
    }

    private static Instant instant(String field, String text) {
        if (text == null || text.isBlank()) throw Problem.badField(field, "is missing");
        try {
            var at = Instant.parse(text);
            if (at.isBefore(Instant.EPOCH) || at.isAfter(Instant.parse("9999-01-01T00:00:00Z"))) {
                throw Problem.badField(field, "must lie between 1970 and 9999");
            }
            return at.truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeParseException e) {
            throw Problem.badField(field, "must be an instant such as 2026-11-22T00:00:00Z");
        }
    }
}
