package dev.tocsin.oncall.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.tocsin.oncall.schedule.Rotas.ASHA;
import static dev.tocsin.oncall.schedule.Rotas.BEN;
import static dev.tocsin.oncall.schedule.Rotas.CHIDI;
import static org.assertj.core.api.Assertions.assertThat;

/** What must hold for every rotation, in every zone, over every clock change. The seeds are fixed. */
class RotationPropertyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "America/New_York",
                "Europe/London",
                "Australia/Lord_Howe",
                "America/Sao_Paulo",
                "America/Santiago",
                "Africa/Cairo",
                "Asia/Kolkata"
            })
    void exactlyOnePersonIsOnCallAtEveryFiveMinutesOfTwoYears(String zone) {
        var random = new Random(zone.hashCode());
        var rotation = randomRotation(random, ZoneId.of(zone), LocalDate.of(2017, 1, 1));
        var begin = rotation.handoff(0);
        var end = begin.plus(Duration.ofDays(730));

        var turn = rotation.at(begin).orElseThrow();
        assertThat(turn.start()).isEqualTo(begin);
        for (var now = begin; now.isBefore(end); now = now.plus(Duration.ofMinutes(5))) {
            var found = rotation.at(now).orElseThrow();
            if (!found.equals(turn)) {
                assertThat(found.start())
                        .as("the end of a turn is the start of the next")
                        .isEqualTo(turn.end());
                turn = found;
            }
            if (now.isBefore(turn.start()) || !now.isBefore(turn.end()))
                throw new AssertionError("%s is outside of %s".formatted(now, turn));
        }
    }

    @Test
    void aWindowIsPartitionedWithoutGapOrOverlapAndAgreesWithTheInstant() {
        var random = new Random(20261122);
        for (var round = 0; round < 60; round++) {
            var roster = randomRoster(random);
            var from = Instant.parse("2026-02-20T00:00:00Z").plusSeconds(random.nextInt(86_400 * 200));
            var to = from.plus(Duration.ofDays(1 + random.nextInt(99)));

            var shifts = roster.between(from, to);

            assertThat(shifts.getFirst().start()).isEqualTo(from);
            assertThat(shifts.getLast().end()).isEqualTo(to);
            for (var i = 0; i < shifts.size(); i++) {
                var shift = shifts.get(i);
                assertThat(shift.end()).isAfter(shift.start());
                assertThat(roster.at(shift.start())).isEqualTo(shift.cover());
                assertThat(roster.at(shift.end().minusNanos(1))).isEqualTo(shift.cover());
                if (i > 0) {
                    assertThat(shift.start()).isEqualTo(shifts.get(i - 1).end());
                    assertThat(shift.cover()).isNotEqualTo(shifts.get(i - 1).cover());
                }
            }
            for (var now = from; now.isBefore(to); now = now.plus(Duration.ofMinutes(47))) {
                var at = now;
                var shift = shifts.stream()
                        .filter(s -> !at.isBefore(s.start()) && at.isBefore(s.end()))
                        .toList();
                assertThat(shift).hasSize(1);
                assertThat(shift.getFirst().cover()).isEqualTo(roster.at(at));
            }
        }
    }

    private static Rotation randomRotation(Random random, ZoneId zone, LocalDate start) {
        return new Rotation(randomLayer(random, start), zone);
    }

    private static Layer randomLayer(Random random, LocalDate start) {
        var every = Layer.Every.values()[random.nextInt(4)];
        // Handoffs in the small hours meet the most clock changes.
        var time = start.plusDays(random.nextInt(10)).atStartOfDay().plusMinutes(random.nextInt(4 * 60));
        var members = List.of(ASHA, BEN, CHIDI).subList(0, 1 + random.nextInt(3));
        return new Layer("a layer", every, 1 + random.nextInt(3), time, members, null, null, List.of());
    }

    /** A layer that works on some days from some hour to another, perhaps across midnight, and perhaps ends. */
    private static Layer restricted(Random random, Layer layer) {
        var windows = Stream.generate(() -> everyOtherDay(random)).limit(random.nextInt(3));
        var end = random.nextBoolean() ? layer.firstHandoff().plusMinutes(random.nextInt(200 * 1440)) : null;
        var start = random.nextBoolean() ? layer.firstHandoff().minusMinutes(random.nextInt(20 * 1440)) : null;
        return new Layer(
                layer.name(),
                layer.every(),
                layer.length(),
                layer.firstHandoff(),
                layer.members(),
                start,
                end,
                windows.toList());
    }

    private static Restriction everyOtherDay(Random random) {
        var days = Stream.of(DayOfWeek.values())
                .filter(day -> random.nextBoolean())
                .collect(Collectors.toSet());
        return new Restriction(
                days,
                LocalTime.MIDNIGHT.plusMinutes(30L * random.nextInt(48)),
                LocalTime.MIDNIGHT.plusMinutes(30L * random.nextInt(48)));
    }

    private static Roster randomRoster(Random random) {
        var zone = ZoneId.of(random.nextBoolean() ? "America/New_York" : "Europe/London");
        var plans = Stream.of("1970-01-01T00:00:00Z", "2026-04-15T10:11:12Z", "2026-09-01T00:00:00Z")
                .map(from -> new Plan(
                        Instant.parse(from),
                        zone,
                        Stream.generate(() -> restricted(
                                        random, randomLayer(random, LocalDate.of(2026, 2, 1 + random.nextInt(28)))))
                                .limit(1 + random.nextInt(3))
                                .toList()))
                .toList();
        var kinds = List.of(Stint.Kind.REPLACE, Stint.Kind.REMOVE, Stint.Kind.ADD);
        var stints = Stream.iterate(0, day -> day < 180, day -> day + 20 + random.nextInt(20))
                .map(day -> {
                    var start = Instant.parse("2026-03-01T05:00:00Z").plus(Duration.ofDays(day));
                    var kind = kinds.get(random.nextInt(3));
                    var replaces = kind == Stint.Kind.REPLACE && random.nextBoolean() ? ASHA : null;
                    var end = start.plus(Duration.ofHours(random.nextInt(1, 300)));
                    return new Stint(new UUID(0, day), kind, CHIDI, replaces, start, end);
                })
                .toList();
        var begin = Instant.parse("2026-06-01T00:00:00Z").plus(Duration.ofHours(random.nextInt(1000)));
        var fixed = List.of(
                new Temporary.Fixed(ASHA, begin, begin.plus(Duration.ofHours(30))),
                new Temporary.Fixed(BEN, begin.plus(Duration.ofHours(20)), begin.plus(Duration.ofHours(60))));
        var temporary = new Temporary(new UUID(1, 0), "a move", begin, begin.plus(Duration.ofHours(72)), fixed);
        return new Roster(plans, stints, List.of(temporary));
    }
}
