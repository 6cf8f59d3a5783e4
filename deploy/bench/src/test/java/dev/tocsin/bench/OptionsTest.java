package dev.tocsin.bench;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OptionsTest {
    @Test
    void withoutMoreWordsEverythingIsMeasured() {
        var options = Options.parse(List.of("paging"));

        assertThat(Options.Bench.PAGING.parts).allMatch(options::has);
        assertThat(options.incidents()).isEqualTo(200);
        assertThat(Options.parse(List.of("figures")).incidents()).isEqualTo(1_000_000);
        assertThat(Options.parse(List.of("postmortems")).incidents()).isEqualTo(10_000);
        assertThat(Options.parse(List.of("pages")).incidents()).isEqualTo(100_000);
        assertThat(Options.parse(List.of("pages")).load().checks()).containsExactly(5000);
        assertThat(Options.parse(List.of("pages", "--checks", "200")).load().checks())
                .containsExactly(200);
        assertThat(Options.parse(List.of("postmortems", "--reports", "500")).incidents())
                .isEqualTo(500);
    }

    @Test
    void partsAreChosenByName() {
        var options = Options.parse(List.of("paging", "--only", "storm,quiet", "--incidents", "50"));

        assertThat(options.has("storm")).isTrue();
        assertThat(options.has("intake")).isFalse();
        assertThat(options.incidents()).isEqualTo(50);
    }

    @Test
    void aRunningOneIsMeasuredWhereItIsQuietOnly() {
        assertThat(Options.parse(List.of("paging", "--data", ".tocsin")).only()).containsExactly("quiet");
    }

    @Test
    void loadsOfProbesAreNumbersOfChecksAtAnInterval() {
        var usual = Options.parse(List.of("probes")).load();
        assertThat(usual)
                .isEqualTo(new Options.Load(List.of(1000, 5000), Duration.ofSeconds(10), Duration.ofSeconds(60)));

        var load = Options.parse(List.of("probes", "--checks", "30000,60000", "--interval", "30", "--seconds", "90"))
                .load();

        assertThat(load)
                .isEqualTo(new Options.Load(List.of(30_000, 60_000), Duration.ofSeconds(30), Duration.ofSeconds(90)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "speed",
                "paging --only luck",
                "paging --incidents 0",
                "paging --data",
                "figures --only storm",
                "probes --only storm",
                "probes --only load --checks",
                "probes --checks 1000,",
                "probes --checks 200001",
                "probes --interval 0",
                "probes --incidents 5",
                "probes --data .tocsin",
                "paging --checks 1000"
            })
    void whatIsNotUnderstoodIsAnsweredWithTheUsage(String words) {
        var list = words.isEmpty() ? List.<String>of() : List.of(words.split(" "));

        assertThatThrownBy(() -> Options.parse(list)).hasMessageStartingWith("usage: ");
    }
}
