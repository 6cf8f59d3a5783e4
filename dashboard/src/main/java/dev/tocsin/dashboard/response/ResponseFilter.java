package dev.tocsin.dashboard.response;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;

import jakarta.ws.rs.QueryParam;

import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Query;

/** What the figures are of, as it stands in the address. Dates are local; {@code to} includes its day. */
public record ResponseFilter(
        @QueryParam("by") String by,
        @QueryParam("team") String team,
        @QueryParam("service") String service,
        @QueryParam("severity") String severity,
        @QueryParam("from") String from,
        @QueryParam("to") String to) {
    private static final int WEEKS = 12;
    private static final int MONTHS = 12;

    public boolean monthly() {
        return "month".equals(by);
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
                .with("severity", severity)
                .with("zone", zone.getId());
    }

    Form form(ZoneId zone, Clock clock) {
        return Form.blank()
                .with("by", monthly() ? "month" : "week")
                .with("team", team)
                .with("service", service)
                .with("severity", severity)
                .with("from", firstDay(zone, clock))
                .with("to", lastDay(zone, clock));
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
