package dev.tocsin.bench;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UsageTest {
    @Test
    void childrenThatEndedCount() {
        var stat = "7 (a (strange) name) S 1 7 7 0 -1 4194560 9 8 7 6 150 50 20 5 20 0 33 0 900 1 2";

        assertThat(Usage.cpu(stat)).isEqualTo(Duration.ofMillis(2250));
    }

    @Test
    void memoryIsTheShareOfWhatIsShared() {
        assertThat(Usage.memory("""
                55d0-7ffe ---p 00000000 00:00 0                  [rollup]
                Rss:              900 kB
                Pss:              512 kB
                Pss_Dirty:        100 kB
                """)).isEqualTo(512 * 1024);
    }

    @Test
    void aProcessThatEndedUsesNothing() {
        assertThat(Usage.cpu("")).isZero();
        assertThat(Usage.memory("")).isZero();
    }

    @Test
    void weUseSomething() {
        assertThat(Usage.of(Stream.of(ProcessHandle.current()), command -> command.contains("java"))
                        .bytes())
                .isPositive();
    }
}
