package dev.tocsin.oncall.response;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import dev.tocsin.oncall.incident.Severity;
import dev.tocsin.oncall.response.Measured.Share;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TallyTest {
    private static final Instant AT = Instant.parse("2026-11-22T03:00:00Z");
    private static final UUID CHECKOUT = UUID.randomUUID();
    private static final UUID SHOP = UUID.randomUUID();
    private static final UUID ADA = UUID.randomUUID();
    private static final UUID BEN = UUID.randomUUID();

    @Test
    void onlyAcknowledgedIncidentsMakeTheMtaAndTheOthersAreCountedBesideIt() {
        var figures = counted(
                incident(60L, 600L, false),
                incident(180L, 1200L, true),
                incident(null, 300L, true),
                incident(null, null, false));

        assertThat(figures.incidents()).isEqualTo(4);
        assertThat(figures.acknowledged()).isEqualTo(2);
        assertThat(figures.neverAcknowledged()).isEqualTo(1);
        assertThat(figures.waiting()).isEqualTo(1);
        assertThat(figures.open()).isEqualTo(1);
        assertThat(figures.autoResolved()).isEqualTo(2);
        assertThat(figures.mta().mean()).isEqualTo(Duration.ofSeconds(120));
        assertThat(figures.mta().n()).isEqualTo(2);
        assertThat(figures.mtr().mean()).isEqualTo(Duration.ofSeconds(700));
        assertThat(figures.mtrByPeople().n()).isEqualTo(1);
        assertThat(figures.mtrAutomatic().mean()).isEqualTo(Duration.ofSeconds(750));
    }

    @Test
    void medianAndP90AreOfTheSortedDurations() {
        var ten = sample(IntStream.rangeClosed(1, 10)
                .mapToLong(i -> Duration.ofMinutes(11 - i).toMillis()));

        assertThat(ten.median()).isEqualTo(Duration.ofSeconds(330));
        assertThat(ten.p90()).isEqualTo(Duration.ofMinutes(9));
        assertThat(sample(LongStream.of(7_000)).p90()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void manyDurationsAreSelectedFromAsIfTheyWereSorted() {
        for (int n : new int[] {2_001, 5_000, 10_007}) {
            var stat = sample(IntStream.range(0, n).mapToLong(i -> (i * 7_919L) % n));

            assertThat(stat.median()).isEqualTo(Duration.ofMillis(((n - 1) / 2 + n / 2) / 2));
            assertThat(stat.p90()).isEqualTo(Duration.ofMillis((long) Math.ceil(0.9 * n) - 1));
        }
    }

    @Test
    void durationsOfManySortedRunsGiveTheFiguresOfAllOfThem() {
        var random = new Random(20261123);
        for (int runs : new int[] {1, 2, 30}) {
            for (int each : new int[] {1, 7, 400}) {
                var together = new Sample();
                var plain = new Sample();
                for (int run = 0; run < runs; run++) {
                    var sorted = new Sample();
                    for (int i = 0; i < each; i++) {
                        long millis = (long) Math.exp(random.nextDouble(20)) / 1000 * 1000;
                        sorted.add(millis);
                        plain.add(millis);
                    }
                    sorted.sort();
                    together.add(sorted);
                }
                together.add(5);
                plain.add(5);

                assertThat(Sample.stat(together)).isEqualTo(Sample.stat(plain));
            }
        }
    }

    @Test
    void nothingMeasuredIsNoFigureRatherThanZero() {
        assertThat(counted().mta()).isNull();
        assertThat(counted(incident(null, null, false)).mtr()).isNull();
    }

    @Test
    void anEndBeforeItsStartIsCountedAsInvalidAndInNoFigure() {
        var figures = counted(incident(-5L, 60L, false), incident(30L, 60L, false));

        assertThat(figures.invalid()).isEqualTo(1);
        assertThat(figures.mta().n()).isEqualTo(1);
    }

    @Test
    void aPersonsTimeRunsFromWhenItWasGivenToThem() {
        var escalated = new Measured(
                1,
                AT,
                CHECKOUT,
                SHOP,
                Severity.ERROR,
                seconds(400L),
                seconds(900L),
                false,
                List.of(
                        new Share(ADA, seconds(0L), Optional.empty(), false),
                        new Share(BEN, seconds(300L), seconds(400L), true)));

        var ada = share(escalated, 0);
        var ben = share(escalated, 1);

        assertThat(ada.byOthers()).isEqualTo(1);
        assertThat(ada.mta()).isNull();
        assertThat(ben.mta().mean()).isEqualTo(Duration.ofSeconds(100));
        assertThat(ben.mtr().mean()).isEqualTo(Duration.ofSeconds(900));
    }

    @Test
    void takingWhatNobodyGaveThemIsCountedBesideTheirFigure() {
        var helper = new Measured(
                1,
                AT,
                CHECKOUT,
                SHOP,
                Severity.ERROR,
                seconds(20L),
                Optional.empty(),
                false,
                List.of(new Share(ADA, Optional.empty(), seconds(20L), false)));

        assertThat(share(helper, 0).unasked()).isEqualTo(1);
        assertThat(share(helper, 0).incidents()).isZero();
        assertThat(share(helper, 0).mta()).isNull();
    }

    @Test
    void daysBeginWhereTheZoneSaysAcrossAClockChange() {
        var berlin = ZoneId.of("Europe/Berlin");

        var starts = Bucket.DAY.starts(
                Instant.parse("2026-10-24T10:00:00Z"), Instant.parse("2026-10-26T10:00:00Z"), berlin, 400);

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

        assertThat(Bucket.WEEK.starts(from, Instant.parse("2026-11-24T00:00:00Z"), utc, 400))
                .containsExactly(Instant.parse("2026-11-16T00:00:00Z"), Instant.parse("2026-11-23T00:00:00Z"));
        assertThat(Bucket.MONTH.starts(from, Instant.parse("2026-12-01T00:00:01Z"), utc, 400))
                .containsExactly(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));
    }

    private static Stat sample(LongStream millis) {
        var sample = new Sample();
        millis.forEach(sample::add);
        return Sample.stat(sample).orElseThrow();
    }

    private static Tally.Counted counted(Measured... incidents) {
        var tally = new Tally();
        var cursor = new DayPack.Cursor(DayPack.of(List.of(incidents)));
        while (cursor.next()) tally.incident(cursor);
        return tally.counted();
    }

    private static Tally.Counted share(Measured incident, int share) {
        var tally = new Tally();
        var cursor = new DayPack.Cursor(DayPack.of(List.of(incident)));
        cursor.next();
        tally.share(cursor, share);
        return tally.counted();
    }

    private static Measured incident(Long ackSeconds, Long resolveSeconds, boolean bySource) {
        return new Measured(
                1,
                AT,
                CHECKOUT,
                SHOP,
                Severity.ERROR,
                seconds(ackSeconds),
                seconds(resolveSeconds),
                bySource,
                List.of());
    }

    private static Optional<Duration> seconds(Long count) {
        return Optional.ofNullable(count).map(Duration::ofSeconds);
    }
}
