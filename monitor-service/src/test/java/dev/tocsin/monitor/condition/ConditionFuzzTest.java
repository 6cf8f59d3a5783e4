package dev.tocsin.monitor.condition;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** Whatever is typed, the parser says yes, or where and why not; and what it accepts can be judged by any facts. */
class ConditionFuzzTest {
    private static final int ROUNDS = 40_000;
    private static final String[] PIECES = {
        "status",
        "latency",
        "latency.dns",
        "size",
        "free",
        "body",
        "title",
        "trusted",
        "records",
        "json",
        "statsu",
        "==",
        "!=",
        "<",
        "<=",
        ">",
        ">=",
        "=",
        "and",
        "or",
        "not",
        "contains",
        "matches",
        "in",
        "exists",
        "true",
        "degraded",
        ":",
        "(",
        ")",
        ",",
        "..",
        "1",
        "-5",
        "0.5",
        "500ms",
        "20 kB",
        "50%",
        "1e9",
        "99999999999999999999",
        "\"x\"",
        "'y'",
        "\"\\",
        "\"$.a\"",
        "\"(a|b)*\"",
        "\"(?i)\\\\pL{2,}\"",
        "\"[\"",
        "\uD83D\uDD14",
        "\u0000",
        "é",
        " "
    };

    @Test
    void anyMixtureOfPiecesIsReadOrRefusedWithAColumn() {
        var random = new Random(20261123);
        var accepted = 0;
        for (var i = 0; i < ROUNDS; i++) if (survives(mixture(random))) accepted++;
        assertThat(accepted).as("some of them make sense").isGreaterThan(20);
    }

    @Test
    void aSlipOfTheFingerInAGoodConditionIsReadOrRefusedWithAColumn() throws IOException {
        var random = new Random(7);
        var seeds = corpus();
        for (var i = 0; i < ROUNDS; i++) survives(spoilt(seeds.get(random.nextInt(seeds.size())), random));
    }

    @Test
    void everythingThatWasEverFoundStillSurvives() throws IOException {
        assertThat(corpus())
                .hasSizeGreaterThan(20)
                .allSatisfy(text -> assertThatCode(() -> survives(text)).doesNotThrowAnyException());
    }

    @Test
    void whatIsAcceptedMeansTheSameWhenReadAgain() throws IOException {
        for (var text : corpus()) {
            try {
                var once = Condition.parse(text, ConditionTest.WORDS);
                var again = Condition.parse(once.source(), ConditionTest.WORDS);
                for (var facts : strangeFacts()) assertThat(again.judge(facts)).isEqualTo(once.judge(facts));
            } catch (ConditionError e) {
                assertThat(e.column()).isPositive();
            }
        }
    }

    private static boolean survives(String text) {
        try {
            var condition = Condition.parse(text, ConditionTest.WORDS);
            for (var facts : strangeFacts()) {
                var judged = condition.judge(facts);
                assertThat(judged.said()).as(text).isNotBlank();
            }
            return true;
        } catch (ConditionError e) {
            var length = text.strip().codePointCount(0, text.strip().length());
            assertThat(e.column()).as(text).isBetween(1, length + 1);
            assertThat(e.problem()).as(text).isNotBlank();
            return false;
        }
    }

    private static List<Facts> strangeFacts() {
        return List.of(
                (_, _) -> Value.MISSING,
                (_, _) -> Value.of(Double.NaN),
                (_, _) -> Value.of(Double.NEGATIVE_INFINITY),
                (_, _) -> Value.of(503),
                (_, _) -> Value.of("1e400"),
                (_, _) -> Value.of("\u0000\uD83D"),
                (_, _) -> Value.of(List.of()),
                (_, _) -> Value.of(true));
    }

    private static String mixture(Random random) {
        var text = new StringBuilder();
        var count = 1 + random.nextInt(9);
        for (var i = 0; i < count; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
            if (random.nextInt(5) > 0) text.append(' ');
        }
        return text.toString();
    }

    private static String spoilt(String seed, Random random) {
        var text = new StringBuilder(seed);
        for (var i = random.nextInt(3); i >= 0; i--) {
            var at = text.isEmpty() ? 0 : random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 1 -> text.insert(at, (char) random.nextInt(0x250));
                case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(4)));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(30))));
            }
        }
        return text.toString();
    }

    /** One a line. */
    private static List<String> corpus() throws IOException {
        try (var in = ConditionFuzzTest.class.getResourceAsStream("/fuzz/conditions.txt")) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ArrayList<>(text.lines().filter(line -> !line.isBlank()).toList());
        }
    }
}
