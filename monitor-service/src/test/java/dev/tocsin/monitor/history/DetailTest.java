package dev.tocsin.monitor.history;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;

import dev.tocsin.monitor.timing.Phases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DetailTest {
    private static final Duration LATENCY = Duration.ofMillis(12);

    @Test
    void whatIsPackedComesBackWhateverItIs() {
        var random = new Random(19);
        for (var i = 0; i < 20_000; i++) {
            var detail = new Detail(
                    random.nextBoolean(),
                    some(random),
                    random.nextBoolean()
                            ? Optional.of(
                                    new Phases(some(random), some(random), some(random), some(random), some(random)))
                            : Optional.empty(),
                    random.nextBoolean() ? Optional.of(random.nextInt(1000)) : Optional.empty(),
                    Optional.empty());
            var latency = some(random);
            assertThat(Detail.unpacked(detail.packed(latency), latency)).isEqualTo(detail);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:8080",
                "255.255.255.255:65535",
                "[2001:db8:0:0:0:0:0:1]:443",
                "[::1]:443",
                "[::ffff:192.0.2.1]:80",
                "999.1.1.1:80",
                "1.2.3.4:080",
                "192.0.2.1",
                "shop.example:443",
                "",
                "ü \n"
            })
    void anAddressComesBackLetterByLetter(String address) {
        var detail = new Detail(false, Duration.ZERO, Optional.empty(), Optional.empty(), Optional.of(address));
        assertThat(Detail.unpacked(detail.packed(LATENCY), LATENCY).address()).contains(address);
    }

    @Test
    void anOrdinaryResultTakesAtMostEighteenBytes() {
        var phases = new Phases(
                Duration.ofNanos(90_000),
                Duration.ofNanos(350_000),
                Duration.ZERO,
                Duration.ofNanos(11_000_000),
                Duration.ofNanos(560_000));
        var detail = new Detail(
                false, Duration.ofNanos(800_000), Optional.of(phases), Optional.of(200), Optional.of("192.0.2.7:443"));
        assertThat(detail.packed(LATENCY)).hasSizeLessThanOrEqualTo(18);
    }

    private static Duration some(Random random) {
        return random.nextInt(4) == 0 ? Duration.ZERO : Detail.ofMicros(random.nextLong(1L << random.nextInt(1, 36)));
    }
}
