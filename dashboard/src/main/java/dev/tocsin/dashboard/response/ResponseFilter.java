package dev.tocsin.dashboard.response;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.QueryParam;

import dev.tocsin.dashboard.web.Address;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Query;

/** What the figures are of, as it stands in the address. Dates are local; {@code to} includes its day. */
public record ResponseFilter(
        @QueryParam("by") String by,
        @QueryParam("team") String team,
        @QueryParam("service") String service,
        @QueryParam("person") String person,
        @QueryParam("severity") String severity,
        @QueryParam("from") String from,
        @QueryParam("to") String to) {
    private static final int WEEKS = 12;
    private static final int MONTHS = 12;

    public boolean monthly() {
        return "month".equals(by);
    }

    public boolean ofPerson() {
        return blankToNull(person) != null;
    }

    /** The same question of other days. */
    ResponseFilter between(LocalDate first, LocalDate last) {
        return new ResponseFilter(by, team, service, person, severity, first.toString(), last.toString());
    }

    LocalDate firstDay(ZoneId zone, Clock clock) {
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var usual = monthly()
                ? today.withDayOfMonth(1).minusMonths(MONTHS - 1)
                : today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(WEEKS - 1);
        return date(from, usual);
    }

    LocalDate lastDay(ZoneId zone, Clock clock) {
        return date(to, LocalDate.ofInstant(clock.instant(), zone));
    }

    Query query(ZoneId zone, Clock clock) {
        return Query.none()
                .with("from", start(firstDay(zone, clock), zone))
                .with("to", start(lastDay(zone, clock).plusDays(1), zone))
                .with("bucket", monthly() ? "month" : "week")
                .with("team", team)
                .with("service", service)
                .with("person", person)
                .with("severity", severity)
                .with("zone", zone.getId());
    }

    Form form(ZoneId zone, Clock clock) {
        return Form.blank()
                .with("by", monthly() ? "month" : "week")
                .with("team", team)
                .with("service", service)
                .with("person", person)
                .with("severity", severity)
                .with("from", firstDay(zone, clock))
                .with("to", lastDay(zone, clock));
    }

    /** The same question elsewhere, with its dates written out, so that a kept link does not wander. */
    Address on(String path, ZoneId zone, Clock clock) {
        return narrowed(path, zone, clock, null, null);
    }

    /** The same question, narrowed by one more of team, service, person and severity. */
    Address narrowed(String path, ZoneId zone, Clock clock, String dimension, String key) {
        var address = new Address(path)
                .with("by", monthly() ? "month" : null)
                .with("from", firstDay(zone, clock))
                .with("to", lastDay(zone, clock));
        var given = Map.of("team", or(team), "service", or(service), "person", or(person), "severity", or(severity));
        for (var name : List.of("team", "service", "person", "severity")) {
            address = address.with(name, name.equals(dimension) ? key : given.get(name));
        }
        return address;
    }

    private static String or(String text) {
        return text == null ? "" : text;
    }

    private static Instant start(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }

    private static LocalDate date(String text, LocalDate otherwise) {
        try {
            return blankToNull(text) == null ? otherwise : LocalDate.parse(text);
        } catch (DateTimeParseException mistyped) {
            return otherwise; // an address somebody edited: the usual span
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
