package dev.tocsin.monitor.code;

import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Assertions;

/** Whatever a file holds is understood, or refused with a line. In the suite it replays its corpus; monitor-service/README.md says how to search on. */
class YamlSearchTest {
    @FuzzTest(maxDuration = "1m")
    void readsOrSaysWhereNot(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        try {
            Yaml.parse(text);
        } catch (BadYaml e) {
            Assertions.assertFalse(e.getMessage().isBlank());
        }
    }
}
