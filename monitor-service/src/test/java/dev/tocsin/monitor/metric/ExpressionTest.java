package dev.tocsin.monitor.metric;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ExpressionTest {
    private static final String PAGE = """
            avail{mountpoint="/",fstype="ext4"} 60
            size{mountpoint="/",fstype="ext4"} 100
            avail{mountpoint="/boot",fstype="vfat"} 5
            size{mountpoint="/boot",fstype="vfat"} 10
            size{mountpoint="/tmp",fstype="tmpfs"} 1
            load1 0.5
            requests_total{code="200"} 300
            requests_total{code="500"} 5
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "load1 | 0.5",
                "1 + 2 * 3 - 4 / 2 | 5",
                "(1 + 2) * -3 | -9",
                "2 * load1 | 1",
                "avail{mountpoint=\"/\"} / size{mountpoint=\"/\"} | 0.6",
                "avail{mountpoint='/boot'} | 5",
                "avail{fstype=~\"ext[0-9]\"} | 60",
                "avail{fstype!~\"ext.\"} | 5",
                "avail{mountpoint!=\"/\", other=\"\"} | 5",
                "min(avail / size) | 0.5",
                "max(avail / size) * 100 | 60",
                "sum(size) | 111",
                "avg(avail) | 32.5",
                "count(size) | 3",
                "count(nothing) | 0",
                "sum(requests_total{code=~\"5..\"}) / sum(requests_total) | 0.01639344262295082"
            })
    void oneNumberComesOut(String expression, double number) throws Malformed {
        var result = Expression.parse(expression).in(scrapes(expression, PAGE));
        assertThat(result.series()).hasSize(1);
        assertThat(result.series().getFirst().value()).isCloseTo(number, within(1e-12));
    }

    @Test
    void twoSidesMeetWhereTheirLabelsAreTheSame() throws Malformed {
        var expression = "avail / size";
        assertThat(Expression.parse(expression).in(scrapes(expression, PAGE)).series())
                .extracting(s -> s.shown() + " " + s.value())
                .containsExactlyInAnyOrder(
                        "{fstype=\"ext4\", mountpoint=\"/\"} 0.6", "{fstype=\"vfat\", mountpoint=\"/boot\"} 0.5");
        assertThat(Expression.parse("sum(nothing)").in(scrapes("nothing", PAGE)).series())
                .isEmpty();
    }

    @Test
    void aRateIsWhatACounterGrewFromOneScrapeToTheNext() throws Malformed {
        var rate = Expression.parse("sum(rate(requests_total))");
        assertThat(rate.needsTwo()).isTrue();
        var now = page(
                "requests_total{code=\"200\"} 400\nrequests_total{code=\"500\"} 2\nrequests_total{code=\"404\"} 9\n");
        var before = page(PAGE);
        var result = rate.in(new Scrapes(now, Optional.of(before), Duration.ofSeconds(10)));
        assertThat(result.series().getFirst().value())
                .as("100 more, and 2 after a restart; one that is new says nothing yet")
                .isCloseTo(10.2, within(1e-12));
        assertThat(rate.in(Scrapes.of(now)).series()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a +  | column 4: expected a metric, a number or (",
                "a b | column 3: expected +, -, *, / or the end",
                "(a | column 3: expected )",
                "a{b} | column 4: expected =, !=, =~ or !~",
                "a{b=c} | column 5: expected a value in quotes",
                "a{b=\"c | column 7: a quote is not closed",
                "a{b=~\"(\"} | column 9: a pattern that cannot be read: missing closing )",
                "median(a) | column 1: there is no function median; there are sum, min, max, avg, count and rate",
                "rate(1) | column 6: rate wants a counter",
                "a % 2 | column 3: expected +, -, *, / or the end"
            })
    void anErrorPointsAtItsColumn(String expression, String message) {
        assertThatThrownBy(() -> Expression.parse(expression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void depthAndLengthAreBounded() {
        for (var monster :
                List.of("(".repeat(500) + "a", "-".repeat(500) + "a", "a+".repeat(900) + "a", "a".repeat(3000)))
            assertThatThrownBy(() -> Expression.parse(monster)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Ten thousand texts made of its own words by chance: each is read or refused with a column. */
    @Test
    void noTextBreaksTheParser() {
        var random = new Random(20261123);
        var words = List.of(
                "a",
                "avail",
                "{",
                "}",
                "(",
                ")",
                "mountpoint",
                "=",
                "!=",
                "=~",
                "!~",
                "\"/\"",
                "'x'",
                "\"",
                ",",
                "+",
                "-",
                "*",
                "/",
                "1",
                ".5",
                "1e9",
                "rate(",
                "sum(",
                "count(",
                " ",
                "\\",
                "\u00e9",
                "é",
                "%");
        var read = 0;
        for (var i = 0; i < 10_000; i++) {
            var text = new StringBuilder();
            for (var n = random.nextInt(12); n >= 0; n--) text.append(words.get(random.nextInt(words.size())));
            try {
                var expression = Expression.parse(text.toString());
                assertThat(expression.metrics()).hasSizeLessThan(13);
                read++;
            } catch (IllegalArgumentException e) {
                assertThat(e).as(text.toString()).hasMessageMatching("(?s)(column \\d+: .*|may have at most .*)");
            }
        }
        assertThat(read).isGreaterThan(100);
    }

    private static Scrapes scrapes(String expression, String page) throws Malformed {
        return Scrapes.of(Exposition.read(page, Expression.parse(expression).metrics()));
    }

    private static Exposition page(String text) throws Malformed {
        return Exposition.read(text, Expression.parse("requests_total").metrics());
    }
}
