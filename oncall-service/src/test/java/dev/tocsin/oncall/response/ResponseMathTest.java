package dev.tocsin.oncall.response;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.tocsin.oncall.response.ResponseMath.Bucket;
import dev.tocsin.oncall.response.ResponseMath.Measured;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResponseMathTest {
    private static final Instant AT = Instant.parse("2026-11-22T03:00:00Z");

    @Test
    void onlyAcknowledgedIncidentsMakeTheMtaAndTheOthersAreCountedBesideIt() {
        var figures = ResponseMath.figures(List.of(
                incident(60L, 600L, false),
                incident(180L, 1200L, true),
                incident(null, 300L, true),
                incident(null, null, false)));

        assertThat(figures.incidents()).isEqualTo(4);
        assertThat(figures.acknowledged()).isEqualTo(2);
        assertThat(figures.neverAcknowledged()).isEqualTo(1);
        assertThat(figures.open()).isEqualTo(1);
        assertThat(figures.autoResolved()).isEqualTo(2);
        assertThat(figures.mta().orElseThrow().mean()).isEqualTo(Duration.ofSeconds(120));
        assertThat(figures.mta().orElseThrow().n()).isEqualTo(2);
        assertThat(figures.mtr().orElseThrow().mean()).isEqualTo(Duration.ofSeconds(700));
    }

    @Test
    void medianAndP90AreOfTheSortedDurations() {
        var ten = IntStream.rangeClosed(1, 10)
                .mapToObj(Duration::ofMinutes)
                .toList()
                .reversed();

        var stat = ResponseMath.stat(ten).orElseThrow();

        assertThat(stat.median()).isEqualTo(Duration.ofSeconds(330));
        assertThat(stat.p90()).isEqualTo(Duration.ofMinutes(9));
        assertThat(ResponseMath.stat(List.of(Duration.ofSeconds(7)))
                        .orElseThrow()
                        .p90())
                .isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void nothingMeasuredIsNoFigureRatherThanZero() {
        assertThat(ResponseMath.figures(List.of()).mta()).isEmpty();
        assertThat(ResponseMath.figures(List.of(incident(null, null, false))).mtr())
                .isEmpty();
    }

    @Test
    void anEndBeforeItsStartIsCountedAsInvalidAndInNoFigure() {
        var figures = ResponseMath.figures(List.of(incident(-5L, 60L, false), incident(30L, 60L, false)));

        assertThat(figures.invalid()).isEqualTo(1);
        assertThat(figures.mta().orElseThrow().n()).isEqualTo(1);
    }

    @Test
    void daysBeginWhereTheZoneSaysAcrossAClockChange() {
        var berlin = ZoneId.of("Europe/Berlin");

        var starts =
                Bucket.DAY.starts(Instant.parse("2026-10-24T10:00:00Z"), Instant.parse("2026-10-26T10:00:00Z"), berlin);

        assertThat(starts)
                .containsExactly(
                        Instant.parse("2026-10-23T22:00:00Z"),
                        Instant.parse("2026-10-24T22:00:00Z"),
                        Instant.parse("2026-10-25T23:00:00Z"));
    }

    @Test
    void weeksBeginOnMondayAndMonthsOnTheFirst() {
        var utc = ZoneId.of("UTC");
        var from = Instant.parse("2026-11-22T03:00:00Z");

        assertThat(Bucket.WEEK.starts(from, Instant.parse("2026-11-24T00:00:00Z"), utc))
                .containsExactly(Instant.parse("2026-11-16T00:00:00Z"), Instant.parse("2026-11-23T00:00:00Z"));
        assertThat(Bucket.MONTH.starts(from, Instant.parse("2026-12-01T00:00:01Z"), utc))
                .containsExactly(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));
    }

    private static Measured incident(Long ackSeconds, Long resolveSeconds, boolean bySource) {
        return new Measured(
                AT,
                Optional.ofNullable(ackSeconds).map(AT::plusSeconds),
                Optional.ofNullable(resolveSeconds).map(AT::plusSeconds),
                bySource);
    }
}
