package dev.tocsin.postmortem.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.postmortem.facts.Ref;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class FiguresTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final LocalDate FROM = LocalDate.parse("2026-07-01");
    private static final LocalDate TO = LocalDate.parse("2027-01-01");
    private static final Optional<Ref> PAYMENTS = Optional.of(new Ref(new UUID(0, 1), "Payments"));
    private static final Optional<Ref> SEARCH = Optional.of(new Ref(new UUID(0, 2), "Search"));

    private final List<Sample.Report> reports = new ArrayList<>();
    private final List<Sample.Promise> promises = new ArrayList<>();

    @Test
    void aQuarterCountsWhatResolvedInItWhereTheReaderLives() {
        report("2026-09-30T22:30:00Z", PAYMENTS, "2026-10-03T22:30:00Z", "2026-10-02T22:30:00Z"); // 1 October in Berlin
        report("2026-09-30T21:30:00Z", PAYMENTS, "2026-10-03T21:30:00Z", "2026-10-04T21:30:00Z");

        var figures = figures();

        assertThat(figures.buckets()).extracting(b -> b.tally().reports()).containsExactly(1, 1);
        assertThat(figures.buckets())
                .extracting(b -> b.tally().inTime())
                .containsExactly(new Share(0, 1), new Share(1, 1));
        assertThat(figures.total().timeToPublish()).hasValue(new Stat(2, Duration.ofDays(2), Duration.ofDays(4)));
    }

    @Test
    void whatIsNotDueYetOrDeclinedIsInNoShareAndCountedBeside() {
        report("2026-11-20T08:00:00Z", PAYMENTS, "2026-11-25T08:00:00Z", null);
        report("2026-11-10T08:00:00Z", PAYMENTS, "2026-11-15T08:00:00Z", null);
        reports.add(new Sample.Report(
                Instant.parse("2026-11-01T08:00:00Z"), PAYMENTS, true, Optional.empty(), Optional.empty(), List.of()));
        report("2026-11-05T08:00:00Z", PAYMENTS, "2026-11-09T08:00:00Z", "2026-11-04T08:00:00Z"); // before its end

        var total = figures().total();

        assertThat(total.inTime()).isEqualTo(new Share(1, 2));
        assertThat(total.waiting()).isEqualTo(1);
        assertThat(total.declined()).isEqualTo(1);
        assertThat(total.invalid()).isEqualTo(1);
        assertThat(total.timeToPublish()).isEmpty();
    }

    @Test
    void aTaskIsInTimeUntilTheEndOfItsDay() {
        task("2026-10-25", "2026-10-25T22:59:59Z", false); // the clocks went back that morning: its day has 25 hours
        task("2026-10-25", "2026-10-25T23:00:00Z", false);
        task("2026-11-21", null, false);
        task("2026-11-22", null, false);
        task("2026-11-01", null, true);

        var total = figures().total();

        assertThat(total.tasksInTime()).isEqualTo(new Share(1, 3));
        assertThat(total.tasksWaiting()).isEqualTo(1);
        assertThat(total.tasksDeclined()).isEqualTo(1);
    }

    @Test
    void teamsStandApartAndTagsCountOncePerPublishedReport() {
        report("2026-11-01T08:00:00Z", SEARCH, "2026-11-05T08:00:00Z", "2026-11-03T08:00:00Z", "dns", "cache");
        report("2026-11-02T08:00:00Z", PAYMENTS, "2026-11-05T08:00:00Z", "2026-11-03T08:00:00Z", "dns");
        report("2026-11-20T08:00:00Z", PAYMENTS, "2026-11-25T08:00:00Z", null, "dns");

        var figures = figures();

        assertThat(figures.teams())
                .extracting(t -> t.team().orElseThrow().name(), t -> t.tally().published())
                .containsExactly(tuple("Payments", 1), tuple("Search", 1));
        assertThat(figures.causes()).containsExactly(new Figures.Cause("dns", 2), new Figures.Cause("cache", 1));
    }

    private Figures figures() {
        return Figures.of(reports, promises, FROM, TO, BERLIN, NOW);
    }

    private void report(String ended, Optional<Ref> team, String due, String published, String... tags) {
        reports.add(new Sample.Report(
                Instant.parse(ended),
                team,
                false,
                Optional.of(Instant.parse(due)),
                Optional.ofNullable(published).map(Instant::parse),
                List.of(tags)));
    }

    private void task(String due, String kept, boolean declined) {
        promises.add(new Sample.Promise(
                Optional.of(LocalDate.parse(due)),
                BERLIN,
                PAYMENTS,
                Optional.ofNullable(kept).map(Instant::parse),
                declined));
    }
}
