package dev.tocsin.dashboard.chart;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

import dev.tocsin.dashboard.InEnglish;
import dev.tocsin.dashboard.chart.BarChart.Bar;
import dev.tocsin.dashboard.chart.LineChart.Point;
import dev.tocsin.dashboard.chart.LineChart.Series;
import dev.tocsin.dashboard.chart.Parts.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(InEnglish.class)
class ChartTest {
    private static final Table NONE = new Table(List.of(), List.of());

    @ParameterizedTest
    @CsvSource(textBlock = """
            50,     60,     60 s
            390,    480,    8 min
            3000,   3600,   60 min
            5000,   5400,   90 min
            100000, 129600, 36 h
            0,      1,      1 s
            """)
    void axesOfSecondsEndOnValuesAClockHas(double largest, double top, String words) {
        var axis = Axis.seconds(largest);
        assertThat(axis.top()).isEqualTo(top);
        assertThat(axis.words(axis.top())).isEqualTo(words);
    }

    @Test
    void axesOfCountsNeverShowFractions() {
        assertThat(Axis.count(3).values()).containsExactly(0.0, 1.0, 2.0, 3.0);
        assertThat(Axis.count(0).top()).isEqualTo(1);
        assertThat(Axis.count(87).top()).isEqualTo(100);
    }

    @Test
    void aBarIsAsHighAsItsValueAndEmptyIsNotZero() {
        var chart = BarChart.of(
                "Weeks",
                List.of(
                        new Bar("a", 60.0, 120.0, "a: 1 min", ""),
                        new Bar("b", null, null, "b: nothing", ""),
                        new Bar("c", 0.0, null, "c: zero", "")),
                Axis.seconds(120),
                NONE);
        assertThat(chart.columns().get(0).height()).isEqualTo("81"); // half of 162 pixels
        assertThat(chart.columns().get(0).markY()).isEqualTo("14");
        assertThat(chart.columns().get(1).hasBar()).isFalse();
        assertThat(chart.columns().get(2).height()).isEqualTo("1");
        assertThat(chart.columns().get(0).slotWidth()).isEqualTo("33.333%");
    }

    @Test
    void aLineBreaksWhereNothingWasMeasured() {
        var start = Instant.parse("2026-11-23T00:00:00Z");
        var points = List.of(
                new Point(start, 10.0),
                new Point(start.plusSeconds(900), 10.0),
                new Point(start.plusSeconds(1800), null),
                new Point(start.plusSeconds(2700), 20.0),
                new Point(start.plusSeconds(3600), 0.0));
        var chart = LineChart.of(
                "Latency",
                start,
                start.plusSeconds(3600),
                ZoneOffset.UTC,
                List.of(new Series("median", points)),
                List.of(start.plusSeconds(1800)),
                Axis.millis(20),
                NONE);
        assertThat(chart.paths().getFirst().d()).isEqualTo("M0 95L250 95M750 14L1000 176");
        assertThat(chart.labels())
                .extracting(Parts.Label::text)
                .containsExactly("00:00", "00:15", "00:30", "00:45", "01:00");
        assertThat(chart.labels().getFirst().anchor()).isEqualTo("start");
        assertThat(chart.labels().getLast().anchor()).isEqualTo("end");
        assertThat(chart.marks()).hasSize(1);
    }

    @Test
    void aSparklineSkipsWhatIsMissing() {
        assertThat(Sparkline.of("", Arrays.asList(10.0, null, 20.0)).line()).isEqualTo("M0 15.5L100 3");
        assertThat(Sparkline.of("", List.of()).line()).isEmpty();
        assertThat(Sparkline.of("", List.of(5.0)).line()).isEqualTo("M100 3");
        assertThat(Sparkline.of("", List.of(0.0, 0.0)).line()).isEqualTo("M0 28L100 28");
    }
}
