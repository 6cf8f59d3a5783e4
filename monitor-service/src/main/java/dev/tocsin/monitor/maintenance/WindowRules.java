package dev.tocsin.monitor.maintenance;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.tocsin.monitor.Problem.Fault;

/** What a window must be like. Names every fault at once, each with its field. Pure. */
final class WindowRules {
    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofDays(31);
    private static final int NAMED = 500;

    private final List<Fault> faults = new ArrayList<>();

    private WindowRules() {}

    static List<Fault> faults(WindowRequest request, Instant now) {
        var rules = new WindowRules();
        rules.check(request, now);
        return rules.faults;
    }

    /** When it is, of a request without faults. */
    static Recurrence when(WindowRequest request, Instant now) {
        var zone = ZoneId.of(request.zone());
        var starts = request.starts()
                .orElseGet(() -> LocalDateTime.ofInstant(now, zone))
                .truncatedTo(ChronoUnit.SECONDS);
        return new Recurrence(starts, zone, request.duration(), request.rrule());
    }

    private void check(WindowRequest request, Instant now) {
        demand("name", !request.name().isEmpty() && request.name().length() <= 200, "must have 1 to 200 characters");
        demand("name", request.name().chars().noneMatch(Character::isISOControl), "must not hold control characters");
        var named = request.checkIds().size()
                + request.serviceIds().size()
                + request.teamIds().size();
        demand(
                "checkIds",
                request.everything() || named > 0,
                "must name a check, a service or a team, or be everything");
        demand("checkIds", !request.everything() || named == 0, "does not go with everything");
        demand("checkIds", named <= NAMED, "must be at most " + NAMED + " in all");
        var length = Optional.ofNullable(request.duration());
        demand(
                "duration",
                length.filter(d -> d.compareTo(LEAST) >= 0 && d.compareTo(MOST) <= 0)
                        .isPresent(),
                "must be from PT1M to P31D");
        demand("zone", isZone(request.zone()), "must be a time zone such as Europe/Berlin");
        request.rrule().ifPresent(this::rule);
        if (faults.isEmpty())
            demand(
                    request.rrule().isPresent() ? "rrule" : "starts",
                    when(request, now).runningOrNext(now).isPresent(),
                    request.rrule().isPresent() ? "never comes again" : "is over already; choose a later start");
    }

    private void rule(String text) {
        try {
            demand("rrule", text.length() <= 300, "must have at most 300 characters");
            Recurrence.demandRule(text);
        } catch (IllegalArgumentException e) {
            demand("rrule", false, e.getMessage());
        }
    }

    private static boolean isZone(String text) {
        try {
            ZoneId.of(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void demand(String field, boolean good, String otherwise) {
        if (!good) faults.add(new Fault(field, otherwise));
    }
}
