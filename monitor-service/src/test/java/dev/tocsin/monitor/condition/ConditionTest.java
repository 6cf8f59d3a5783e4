package dev.tocsin.monitor.condition;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConditionTest {
    static final Vocabulary WORDS = new Vocabulary(
            List.of(
                    Term.of("status", Type.NUMBER, "The status."),
                    Term.timed("latency", "All of it."),
                    Term.timed("latency.dns", "The name."),
                    Term.of("size", Type.BYTES, "The length."),
                    Term.of("free", Type.PERCENT, "The share."),
                    Term.of("body", Type.TEXT, "The text."),
                    Term.of("title", Type.TEXT, "The heading."),
                    Term.of("trusted", Type.BOOLEAN, "Whether."),
                    Term.of("records", Type.LIST, "The answers."),
                    Term.with(
                            "json",
                            Type.ANY,
                            "A value.",
                            "$.a",
                            path -> path.startsWith("$") ? Optional.empty() : Optional.of("a path begins with $"))),
            List.of());
    private static final Facts FOUND = (name, argument) -> switch (name + argument) {
        case "status" -> Value.of(503);
        case "latency" -> Value.of(Duration.ofMillis(812));
        case "latency.dns" -> Value.of(Duration.ofMillis(2));
        case "size" -> Value.bytes(2048);
        case "free" -> Value.percent(41.5);
        case "body" -> Value.hidden("all is ok, 42 items");
        case "title" -> Value.of("Shop");
        case "trusted" -> Value.of(true);
        case "records" -> Value.of(List.of("192.0.2.1", "192.0.2.2"));
        case "json$.count" -> Value.of(7);
        case "json$.text" -> Value.of("12.5");
        case "json$.on" -> Value.of(true);
        default -> Value.MISSING;
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "status == 503 | true",
                "status in (200, 500..599) | true",
                "status in 200..399 | false",
                "status not in (200, 204) | true",
                "not status < 500 and latency < 1s | true",
                "not (status < 500 or latency > 1s) | true",
                "status == 200 or status == 503 and size > 10kB | false",
                "(status == 200 or status == 503) and size < 3kB | true",
                "latency<=812ms | true",
                "latency > 0.5 s | true",
                "latency.dns < latency | true",
                "latency > 0 | true",
                "size == 2KiB | true",
                "size >= 2048 | true",
                "free > 50% | false",
                "free > 41 % | true",
                "body contains \"ok\" | true",
                "body contains 'error' | false",
                "body not contains 'error' | true",
                "body matches \"\\d+ items$\" | true",
                "title == \"Shop\" | true",
                "title in (\"Shop\", \"Store\") | true",
                "trusted | true",
                "not trusted | false",
                "trusted == true | true",
                "records contains \"192.0.2.2\" | true",
                "records contains \"192.0.2\" | false",
                "records matches \"^192\\.0\\.2\\.1$\" | true",
                "records == \"192.0.2.1\" | false",
                "json(\"$.count\") == 7 | true",
                "json(\"$.count\") > 5s | true",
                "json(\"$.text\") >= 12.5 | true",
                "json(\"$.text\") == \"12.5\" | true",
                "json(\"$.on\") == true | true",
                "json(\"$.none\") exists | false",
                "json(\"$.none\") not exists | true",
                "json(\"$.none\") == 1 | false",
                "json(\"$.none\") != 1 | true",
                "json(\"$.none\") < 1 or json(\"$.none\") >= 1 | false",
                "status == -5 | false"
            })
    void aConditionHoldsOrNot(String condition, boolean holds) {
        assertThat(judge(condition).holds()).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "status < 400 | status is 503, wanted < 400",
                "latency<500ms | latency is 812 ms, wanted <500ms",
                "status in (200, 300..399) | status is 503, wanted in (200, 300..399)",
                "title == \"Store\" | title is \"Shop\", wanted == \"Store\"",
                "body contains \"error\" | body is not shown, wanted contains \"error\"",
                "json(\"$.none\") == 1 | json(\"$.none\") is missing, wanted == 1",
                "free > 50% | free is 41.5 %, wanted > 50%",
                "size < 1kB | size is 2.048 kB, wanted < 1kB",
                "not trusted | trusted is true, wanted not trusted",
                "trusted and status == 200 | status is 503, wanted == 200",
                "status == 200 or size == 0 | status is 503, wanted == 200; size is 2.048 kB, wanted == 0",
                "records contains \"192.0.2.9\" | records is 192.0.2.1, 192.0.2.2, wanted contains \"192.0.2.9\"",
                "trusted == false | trusted is true, wanted == false"
            })
    void whatDoesNotHoldSaysWhatWasFoundAndWhatWasWanted(String condition, String said) {
        assertThat(judge(condition).holds()).isFalse();
        assertThat(judge(condition).said()).isEqualTo(said);
    }

    @Test
    void whatHoldsSaysOnlyWhatWasFound() {
        assertThat(judge("status > 500 or size == 0").said()).isEqualTo("status is 503");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | 1 | an empty condition says nothing",
                "statsu == 200 | 1 | there is no statsu here; is it status?",
                "status = 200 | 8 | write == to compare",
                "status == 200 && size > 1 | 15 | write and",
                "status == | 10 | here stands the end; wanted is a value",
                "status | 7 | here stands the end; wanted is a comparison such as == behind status, which is of the kind number",
                "status == \"200\" | 11 | status is of the kind number and cannot be asked with \"200\"",
                "latency < 500 | 11 | latency is a length of time; write one such as 500ms, 2s or 14d",
                "latency < 500mz | 14 | \"mz\" is no unit; there are ms, s, m, h, d, B, kB, MB, GB, TB, KiB, MiB, GiB, TiB, %",
                "status < 5s | 10 | status is a plain number, without a unit",
                "size < 5s | 8 | size is a size; write one such as 20kB or 5MiB",
                "free > 50 | 8 | free is a share; write one such as 50%",
                "title > \"a\" | 7 | title is of the kind text and cannot be asked with >",
                "status contains \"5\" | 8 | status is of the kind number and cannot be asked with contains",
                "body contains ok | 15 | here stands ok; wanted is a text in quotes behind contains",
                "body contains \"ok | 15 | this text has no closing \"",
                "body matches \"(\" | 14 | not a regular expression (RE2): missing closing )",
                "(status == 200 | 15 | here stands the end; wanted is and, or, or the ) of column 1",
                "status == 200 status | 15 | here stands status; wanted is and, or, or the end",
                "status in 200 | 11 | write a range such as 200..399, or a list in parentheses",
                "status in (399..200) | 17 | a range goes from the smaller to the larger number",
                "json == 1 | 6 | here stands ==; wanted is (\"$.a\") behind json",
                "json(\"a\") == 1 | 6 | a path begins with $",
                "status(\"a\") == 1 | 7 | status takes nothing in parentheses",
                "latency.dns < status | 15 | status is of the kind number, latency.dns of the kind duration",
                "200 == status | 1 | here stands 200; wanted is a name such as status",
                "ünder == 1 | 1 | \"ü\" means nothing here",
                "title == \"🔔🔔\" and € | 19 | \"€\" means nothing here"
            })
    void anErrorPointsAtTheColumn(String condition, int column, String problem) {
        assertThatThrownBy(() -> Condition.parse(condition, WORDS))
                .isInstanceOfSatisfying(ConditionError.class, e -> {
                    assertThat(e.problem()).isEqualTo(problem);
                    assertThat(e.column()).isEqualTo(column);
                })
                .hasMessage("column %d: %s".formatted(column, problem));
    }

    @Test
    void lengthDepthAndRegularExpressionsAreBounded() {
        refused("title == \"" + "x".repeat(500) + "\"", "at most 500 characters");
        refused("(".repeat(40) + "status == 1" + ")".repeat(40), "nested deeper than 12");
        refused("not ".repeat(40) + "trusted", "nested deeper than 12");
        refused("body matches \"" + "a".repeat(201) + "\"", "at most 200 characters");
        refused("body matches \"((a{100}){9}){9}\"", "repeat");
        refused("status in (" + "1,".repeat(60) + "1)", "at most 50 parts");
    }

    @Test
    void aRegularExpressionThatHangsOthersTakesNoTimeHere() {
        Facts facts = (_, _) -> Value.of("a".repeat(1_000_000));
        assertThat(Condition.parse("body matches \"^(a+)+$x\"", WORDS)
                        .judge(facts)
                        .holds())
                .isFalse();
    }

    @Test
    void degradingConditionsAreMarked() {
        assertThat(judge("degraded: latency < 1ms").degrading()).isTrue();
        assertThat(judge("degraded : latency < 1ms").said()).isEqualTo("latency is 812 ms, wanted < 1ms");
        assertThat(judge("latency < 1ms").degrading()).isFalse();
        refused("degraded:", "here stands the end");
    }

    @Test
    void conditionsKnowWhatTheySpeakOf() {
        var both = Conditions.parse(List.of("status == 503", "latency.dns < latency"), WORDS);
        assertThat(both.name("status")).isTrue();
        assertThat(both.name("latency")).isTrue();
        assertThat(both.name("body")).isFalse();
        assertThat(both.judge(FOUND).byTime()).isFalse();
        assertThat(Conditions.parse(List.of("latency < 1ms"), WORDS)
                        .judge(FOUND)
                        .byTime())
                .isTrue();
    }

    @Test
    void textsAreShownShortAndWithoutControlCharacters() {
        var facts = Facts.of(Map.of("title", Value.of("a\u001b[31m" + "b".repeat(100))));
        assertThat(Condition.parse("title == \"x\"", WORDS).judge(facts).said())
                .hasSizeLessThan(120)
                .contains("…")
                .doesNotContain("\u001b");
    }

    private static Judged judge(String condition) {
        return Condition.parse(condition, WORDS).judge(FOUND);
    }

    private static void refused(String condition, String because) {
        assertThatThrownBy(() -> Condition.parse(condition, WORDS))
                .isInstanceOf(ConditionError.class)
                .hasMessageContaining(because);
    }
}
