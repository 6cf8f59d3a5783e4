package dev.tocsin.monitor.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

import dev.tocsin.monitor.history.Cover.Source;
import org.junit.jupiter.api.Test;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

class CoverTest {
    @Test
    void daysThenHoursThenMinutesThenTheResultsThemselves() {
        assertThat(Cover.of(
                        at("2026-11-20T00:00:00Z"), at("2026-11-23T04:17:00Z"), Roller.DAY, at("2026-11-23T04:10:00Z")))
                .containsExactly(
                        new Cover(Source.DAYS, at("2026-11-20T00:00:00Z"), at("2026-11-23T00:00:00Z")),
                        new Cover(Source.HOURS, at("2026-11-23T00:00:00Z"), at("2026-11-23T04:00:00Z")),
                        new Cover(Source.MINUTES, at("2026-11-23T04:00:00Z"), at("2026-11-23T04:10:00Z")),
                        new Cover(Source.RESULTS, at("2026-11-23T04:10:00Z"), at("2026-11-23T04:17:00Z")));
    }

    @Test
    void finerStepsAreNotAnsweredByCoarserRows() {
        assertThat(Cover.of(
                        at("2026-11-20T00:00:00Z"),
                        at("2026-11-23T04:10:00Z"),
                        ofMinutes(20),
                        at("2026-11-23T04:10:00Z")))
                .containsExactly(new Cover(Source.MINUTES, at("2026-11-20T00:00:00Z"), at("2026-11-23T04:10:00Z")));
    }

    @Test
    void everyMomentIsAnsweredOnceWhateverIsAskedAndHoweverFarWeAre() {
        var random = new Random(3);
        var steps = new Duration[] {ofMinutes(1), ofMinutes(20), Duration.ofHours(2), Duration.ofHours(6), Roller.DAY};
        for (var i = 0; i < 5000; i++) {
            var step = steps[random.nextInt(steps.length)];
            var from = Chunk.floor(at("2026-11-20T00:00:00Z").plusSeconds(random.nextInt(400_000)), step);
            var to = from.plusSeconds(1 + random.nextInt(900_000));
            var rolled = Chunk.startOf(from.plusSeconds(random.nextInt(1_200_000) - 150_000));
            var next = from;
            for (var part : Cover.of(from, to, step, rolled)) {
                assertThat(part.from()).isEqualTo(next).isBefore(part.to());
                if (part.source() != Source.RESULTS) {
                    assertThat(part.to()).isBeforeOrEqualTo(rolled);
                    assertThat(Chunk.floor(part.from(), part.source().row)).isEqualTo(part.from());
                    assertThat(Chunk.floor(part.to(), part.source().row)).isEqualTo(part.to());
                }
                next = part.to();
            }
            assertThat(next).isEqualTo(to);
        }
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
