package dev.tocsin.monitor.metric;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Assertions;

/** Whatever a page of metrics holds is read, or refused with a line. In the suite it replays its corpus; monitor-service/README.md says how to search on. */
class ExpositionSearchTest {
    @FuzzTest(maxDuration = "1m")
    void readsOrSaysWhereNot(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        try {
            var series = Exposition.read(text, Set.of("up", "a", "")).series();
            Assertions.assertTrue(series.values().stream().mapToInt(List::size).sum() <= Exposition.MOST_SERIES);
        } catch (Malformed e) {
            Assertions.assertFalse(e.getMessage().isBlank());
        }
    }
}
