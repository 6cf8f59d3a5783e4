package dev.tocsin.monitor.condition;

import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Assertions;

/** Whatever is typed is read, or refused with a column. In the suite it replays its corpus; monitor-service/README.md says how to search on. */
class ConditionSearchTest {
    @FuzzTest(maxDuration = "1m")
    void readsOrSaysWhereNot(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        try {
            var condition = Condition.parse(text, ConditionTest.WORDS);
            condition.judge((_, _) -> Value.MISSING);
            condition.judge((_, _) -> Value.of(Double.NaN));
            condition.judge((_, _) -> Value.of("1e400"));
            Condition.parse(condition.source(), ConditionTest.WORDS);
        } catch (ConditionError e) {
            Assertions.assertTrue(e.column() >= 1 && !e.problem().isBlank(), e::getMessage);
        }
    }
}
