package dev.tocsin.monitor.plugin;

import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Assertions;

/** Whatever a plugin writes is read. In the suite it replays its corpus; monitor-service/README.md says how to search on. */
class PluginOutputSearchTest {
    @FuzzTest(maxDuration = "1m")
    void readsAnything(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        var output = PluginOutput.read(text);
        Assertions.assertTrue(output.line().length() <= 300 && !output.line().contains("\n"));
        Assertions.assertTrue(output.figures().size() <= PluginOutput.MOST);
    }
}
