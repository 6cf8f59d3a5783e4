package dev.tocsin.monitor.metric;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExpositionTest {
    /** The page of the format's own description, a little longer. */
    static final String PAGE = """
            # HELP http_requests_total The total number of HTTP requests.
            # TYPE http_requests_total counter
            http_requests_total{method="post",code="200"} 1027 1395066363000
            http_requests_total{method="post",code="400"}    3 1395066363000

            # Escaping in label values:
            msdos_file_access_time_seconds{path="C:\\\\DIR\\\\FILE.TXT",error="Cannot find file:\\n\\"FILE.TXT\\""} 1.458255915e9
            metric_without_timestamp_and_labels 12.47
            something_weird{problem="division by zero"} +Inf -3982045
            http_request_duration_seconds_bucket{le="0.05",} 24054
            {"my.dotted.metric", "a b"="c"} NaN
            foo_seconds_count 17.0 123.456 # {trace_id="KOO5S4vxi0o"} 0.67 123
            # EOF
            after_the_end 1
            """;

    @Test
    void bothFormatsAreRead() throws Malformed {
        assertThat(figures("http_requests_total"))
                .containsExactly(
                        new Series(Map.of("method", "post", "code", "200"), 1027),
                        new Series(Map.of("method", "post", "code", "400"), 3));
        assertThat(figures("msdos_file_access_time_seconds").getFirst().labels())
                .containsEntry("path", "C:\\DIR\\FILE.TXT")
                .containsEntry("error", "Cannot find file:\n\"FILE.TXT\"");
        assertThat(figures("metric_without_timestamp_and_labels")).containsExactly(new Series(Map.of(), 12.47));
        assertThat(figures("something_weird").getFirst().value()).isInfinite();
        assertThat(figures("http_request_duration_seconds_bucket").getFirst().value())
                .isEqualTo(24054);
        assertThat(figures("my.dotted.metric").getFirst().labels()).containsEntry("a b", "c");
        assertThat(figures("foo_seconds_count").getFirst().value()).isEqualTo(17);
        assertThat(figures("after_the_end")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "up{",
                "up{a} 1",
                "up{a=\"b} 1",
                "up{a=\"b\" c=\"d\"} 1",
                "up one",
                "up 0x10",
                "up 1d",
                "{} 1",
                "1up 1",
                "<html><body>no metrics here</body></html>"
            })
    void aLineThatCannotBeReadSpoilsThePageAndIsNamed(String line) {
        assertThatThrownBy(() -> Exposition.read("fine 1\n" + line + "\n", Set.of("fine")))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void whatNobodyAsksForIsNotKeptAndTooMuchIsRefused() throws Malformed {
        var many = new StringBuilder();
        for (var i = 0; i <= Exposition.MOST_SERIES; i++)
            many.append("m{i=\"").append(i).append("\"} 1\n");
        assertThat(Exposition.read(many.toString(), Set.of("other")).series()).isEmpty();
        assertThatThrownBy(() -> Exposition.read(many.toString(), Set.of("m"))).isInstanceOf(Malformed.class);
    }

    /** Ten thousand pages made of the good one by chance: each is read or refused, and never takes long. */
    @Test
    void noPageBreaksTheReader() {
        var random = new Random(20261123);
        var read = 0;
        for (var i = 0; i < 10_000; i++) {
            var page = new StringBuilder(PAGE);
            for (var cut = 0; cut < 1 + i % 5; cut++) {
                var at = random.nextInt(page.length());
                switch (random.nextInt(3)) {
                    case 0 -> page.setCharAt(at, "{}\"\\=, \n#1eE+-.\u0000\u00e9\ud800".charAt(random.nextInt(18)));
                    case 1 -> page.delete(at, Math.min(page.length(), at + random.nextInt(30)));
                    default -> page.insert(at, page.substring(at, Math.min(page.length(), at + random.nextInt(30))));
                }
            }
            try {
                Exposition.read(page.toString(), Set.of("http_requests_total", "up"));
                read++;
            } catch (Malformed e) {
                assertThat(e).hasMessageMatching("(?s)line \\d+ is not .*");
            }
        }
        assertThat(read).isBetween(1, 9_999);
    }

    private static List<Series> figures(String metric) throws Malformed {
        return Exposition.read(PAGE, Set.of(metric)).series().getOrDefault(metric, List.of());
    }
}
