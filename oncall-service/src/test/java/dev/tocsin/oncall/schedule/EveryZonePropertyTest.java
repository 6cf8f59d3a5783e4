package dev.tocsin.oncall.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.tocsin.oncall.schedule.Rotas.ASHA;
import static dev.tocsin.oncall.schedule.Rotas.BEN;
import static dev.tocsin.oncall.schedule.Rotas.CHIDI;

/**
 * Every zone of the tz database, each kind of rotation, ten years: exactly one person at each instant, shifts that touch,
 * a projection that equals what is recorded later, and the same answer whenever one asks. Zones with the same rules are
 * one zone. Between two clock changes wall time runs evenly, so that handoffs far from any are only sampled.
 */
class EveryZonePropertyTest {
    private static final Duration AROUND = Duration.ofDays(3);
    private static final Map<ZoneRules, String> ZONES = zones();

    /** The first decade has the day that Apia skipped, Cairo's four changes of 2010, and São Paulo's skipped midnights. */
    @ParameterizedTest
    @CsvSource({
        "HOURLY, 2008", "DAILY, 2008", "WEEKLY, 2008", "MONTHLY, 2008",
        "HOURLY, 2026", "DAILY, 2026", "WEEKLY, 2026", "MONTHLY, 2026"
    })
    void exactlyOnePersonIsOnCallAtEachInstantOfTenYears(Layer.Every every, int year) {
        var end = LocalDate.of(year + 10, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
        ZONES.forEach((rules, id) -> {
            var random = new Random(id.hashCode() + every.ordinal());
            var rotation = new Rotation(layer(random, every, year), ZoneId.of(id));
            var from = rotation.begins();
            var changes = changes(rules, from, end);
            for (var stretch : stretches(every, from, end, changes)) touch(rotation, stretch.start(), stretch.end());
            for (var change : changes) {
                covered(rotation, change.minusNanos(1));
                covered(rotation, change);
                covered(rotation, change.plusSeconds(1));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"HOURLY", "DAILY", "WEEKLY", "MONTHLY"})
    void whatIsProjectedIsWhatIsRecordedWheneverOneAsks(Layer.Every every) {
        ZONES.forEach((rules, id) -> {
            var random = new Random(id.hashCode() - every.ordinal());
            var plan = new Plan(Instant.EPOCH, ZoneId.of(id), List.of(layer(random, every, 2008)));
            var roster = new Roster(List.of(plan), List.of(), List.of());
            var begin = plan.begins();
            var changes = changes(rules, begin, begin.plus(Duration.ofDays(3652)));
            var middle = changes.isEmpty() ? begin.plus(Duration.ofDays(500)) : changes.get(changes.size() / 2);
            var days = every == Layer.Every.HOURLY ? 4 : every == Layer.Every.MONTHLY ? 200 : 40;
            var from = middle.minus(Duration.ofDays(days));
            var to = middle.plus(Duration.ofDays(days));

            var projected = roster.between(from, to);

            var recorded = new ArrayList<Shift>();
            for (var at = from; at.isBefore(to); ) {
                var later = at.plusSeconds(1 + random.nextInt(days * 86_400));
                var until = later.isBefore(to) ? later : to;
                for (var shift : roster.between(at, until)) join(recorded, shift);
                at = until;
            }
            if (!recorded.equals(projected)) throw new AssertionError(id + ": " + recorded + " is not " + projected);
            for (var shift : projected) {
                if (!roster.at(shift.start()).equals(shift.cover())
                        || !roster.at(shift.end().minusNanos(1)).equals(shift.cover()))
                    throw new AssertionError(id + ": another answer within " + shift);
            }
        });
    }

    private record Stretch(Instant start, Instant end) {}

    /** Days around each clock change for turns of hours, a few days of each year besides; all of it for longer turns. */
    private static List<Stretch> stretches(Layer.Every every, Instant from, Instant end, List<Instant> changes) {
        if (every != Layer.Every.HOURLY) return List.of(new Stretch(from, end));
        var stretches = new ArrayList<Stretch>();
        for (var at = from; at.isBefore(end); at = at.plus(Duration.ofDays(365)))
            stretches.add(new Stretch(at, at.plus(AROUND)));
        for (var change : changes) {
            var start = change.minus(AROUND);
            stretches.add(new Stretch(start.isBefore(from) ? from : start, change.plus(AROUND)));
        }
        return stretches;
    }

    private static void touch(Rotation rotation, Instant from, Instant end) {
        var turn = covered(rotation, from);
        while (turn.end().isBefore(end)) {
            var next = covered(rotation, turn.end());
            if (!next.start().equals(turn.end())
                    || !covered(rotation, next.end().minusNanos(1)).equals(next))
                throw new AssertionError("%s: %s after %s".formatted(rotation, next, turn));
            turn = next;
        }
    }

    private static Rotation.Turn covered(Rotation rotation, Instant when) {
        var turn =
                rotation.at(when).orElseThrow(() -> new AssertionError("%s: nobody at %s".formatted(rotation, when)));
        if (when.isBefore(turn.start()) || !when.isBefore(turn.end()))
            throw new AssertionError("%s: %s is outside of %s".formatted(rotation, when, turn));
        return turn;
    }

    private static void join(List<Shift> shifts, Shift next) {
        if (!shifts.isEmpty() && shifts.getLast().cover().equals(next.cover()))
            shifts.set(
                    shifts.size() - 1, new Shift(next.cover(), shifts.getLast().start(), next.end()));
        else shifts.add(next);
    }

    private static List<Instant> changes(ZoneRules rules, Instant from, Instant end) {
        var changes = new ArrayList<Instant>();
        for (var next = rules.nextTransition(from);
                next != null && next.getInstant().isBefore(end);
                next = rules.nextTransition(next.getInstant())) changes.add(next.getInstant());
        return changes;
    }

    /** Handoffs in the small hours, and on the last days of months, meet the most trouble. */
    private static Layer layer(Random random, Layer.Every every, int year) {
        var first = LocalDateTime.of(
                LocalDate.of(year, 1, 20 + random.nextInt(12)),
                LocalTime.MIDNIGHT.plusMinutes(15L * random.nextInt(4 * 4)));
        var length = every == Layer.Every.HOURLY ? 1 + random.nextInt(12) : 1 + random.nextInt(3);
        var members = List.of(ASHA, BEN, CHIDI).subList(0, 2 + random.nextInt(2));
        return new Layer("a layer", every, length, first, members, null, null, List.of());
    }

    private static Map<ZoneRules, String> zones() {
        var zones = new HashMap<ZoneRules, String>();
        ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .forEach(id -> zones.putIfAbsent(ZoneId.of(id).getRules(), id));
        return zones;
    }
}
