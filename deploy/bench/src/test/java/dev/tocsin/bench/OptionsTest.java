package dev.tocsin.bench;

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

        assertThat(Options.PARTS).allMatch(options::has);
        assertThat(options.incidents()).isEqualTo(200);
        assertThat(Options.parse(List.of("figures")).incidents()).isEqualTo(1_000_000);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "speed",
                "paging --only luck",
                "paging --incidents 0",
                "paging --data",
                "figures --only storm"
            })
    void whatIsNotUnderstoodIsAnsweredWithTheUsage(String words) {
        var list = words.isEmpty() ? List.<String>of() : List.of(words.split(" "));

        assertThatThrownBy(() -> Options.parse(list)).hasMessageStartingWith("usage: ");
    }
}
