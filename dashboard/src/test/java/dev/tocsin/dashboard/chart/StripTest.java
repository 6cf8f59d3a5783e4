package dev.tocsin.dashboard.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import dev.tocsin.dashboard.InEnglish;
import dev.tocsin.dashboard.chart.Strip.Day;
import dev.tocsin.dashboard.chart.Strip.Kind;
import dev.tocsin.dashboard.chart.Strip.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(InEnglish.class)
class StripTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aDayOnWhichClocksGoForwardIsDrawnTwentyThreeHoursLong() {
        var days = week(LocalDate.of(2026, 3, 23));
        assertThat(width(days.get(5))).isGreaterThan(width(days.get(6)));
        assertThat(width(days.get(6)) / width(days.get(5))).isBetween(0.957, 0.960); // 23/24
        assertThat(days.get(6).number()).isEqualTo("29");
    }

    @Test
    void aDayOnWhichClocksGoBackIsDrawnTwentyFiveHoursLong() {
        var days = week(LocalDate.of(2026, 10, 19));
        assertThat(width(days.get(6)) / width(days.get(5))).isBetween(1.040, 1.043); // 25/24
    }

    @Test
    void daysCoverTheBandWithoutGaps() {
        var days = week(LocalDate.of(2026, 3, 23));
        assertThat(days).hasSize(7);
        assertThat(days.stream().mapToDouble(StripTest::width).sum()).isBetween(99.99, 100.01);
    }

    @Test
    void aShiftOverTheClockChangeIsAsLongAsItWas() {
        var strip = strip(new Segment(
                at(LocalDate.of(2026, 3, 28), 9), at(LocalDate.of(2026, 3, 29), 9), "Ada Lovelace", Kind.PERSON));
        assertThat(strip.table().rows())
                .containsExactly(List.of("Ada Lovelace", "Sat 28 Mar, 09:00", "Sun 29 Mar, 09:00", "23\u00a0h"));
    }

    @Test
    void aGapSaysSoInWords() {
        var strip =
                strip(new Segment(at(LocalDate.of(2026, 3, 24), 0), at(LocalDate.of(2026, 3, 27), 0), "", Kind.GAP));
        assertThat(strip.pieces().getFirst().wide()).isEqualTo("nobody on call");
        assertThat(strip.pieces().getFirst().css()).isEqualTo("gap");
        assertThat(strip.table().rows().getFirst()).startsWith("nobody on call");
    }

    @Test
    void anOverrideIsHatchedAndNamed() {
        var strip = strip(
                new Segment(at(LocalDate.of(2026, 3, 24), 0), at(LocalDate.of(2026, 3, 27), 0), "Ben", Kind.OVERRIDE));
        assertThat(strip.pieces().getFirst().hatched()).isTrue();
        assertThat(strip.pieces().getFirst().words()).startsWith("Ben (override)");
    }

    @Test
    void whatLiesOutsideTheBandIsCutOrLeftOut() {
        var strip = strip(
                new Segment(at(LocalDate.of(2026, 3, 20), 0), at(LocalDate.of(2026, 3, 24), 0), "Ada", Kind.PERSON),
                new Segment(at(LocalDate.of(2026, 4, 20), 0), at(LocalDate.of(2026, 4, 24), 0), "Ben", Kind.PERSON));
        assertThat(strip.pieces()).hasSize(1);
        assertThat(strip.pieces().getFirst().x()).isEqualTo("0%");
    }

    @Test
    void thePresentIsMarkedOnlyInside() {
        assertThat(strip().now()).isNotEmpty();
        var from = at(LocalDate.of(2026, 3, 23), 0);
        var to = at(LocalDate.of(2026, 3, 30), 0);
        assertThat(Strip.of("Payments", BERLIN, from, to, to.plusSeconds(1), List.of())
                        .now())
                .isEmpty();
    }

    @Test
    void aNarrowPieceTakesTheShortestNameThatFits() {
        var strip = strip(new Segment(
                at(LocalDate.of(2026, 3, 24), 0), at(LocalDate.of(2026, 3, 24), 8), "Ada Lovelace", Kind.PERSON));
        assertThat(strip.pieces().getFirst().wide()).isEqualTo("Ada");
        assertThat(strip.pieces().getFirst().narrow()).isEmpty();
    }

    private static List<Day> week(LocalDate monday) {
        return Strip.days(BERLIN, at(monday, 0), at(monday.plusDays(7), 0));
    }

    private static Strip strip(Segment... segments) {
        var monday = LocalDate.of(2026, 3, 23);
        return Strip.of(
                "Payments",
                BERLIN,
                at(monday, 0),
                at(monday.plusDays(7), 0),
                at(monday.plusDays(2), 12),
                List.of(segments));
    }

    private static Instant at(LocalDate date, int hour) {
        return date.atTime(hour, 0).atZone(BERLIN).toInstant();
    }

    private static double width(Day day) {
        return Double.parseDouble(day.width().replace("%", ""));
    }
}
