package dev.tocsin.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LogFileTest {
    @TempDir
    Path logs;

    @Test
    void eachStartBeginsAnewAndKeepsTheLogBefore() throws Exception {
        var file = logs.resolve("oncall-service.log");
        LogFile.open(file, LogFile.CAP_BYTES, line -> {}).write("yesterday");

        LogFile.open(file, LogFile.CAP_BYTES, line -> {}).write("today");

        assertThat(file).hasContent("today\n");
        assertThat(logs.resolve("oncall-service.log.1")).hasContent("yesterday\n");
    }

    @Test
    void aChattyChildNeverTakesMoreThanTwiceTheCap() throws Exception {
        var file = logs.resolve("chatty.log");
        var log = LogFile.open(file, 1_000, line -> {});

        for (var i = 0; i < 1_000; i++) log.write("line %04d".formatted(i));

        assertThat(Files.size(file) + Files.size(logs.resolve("chatty.log.1"))).isLessThan(2_100);
        assertThat(log.lastLines(2)).containsExactly("line 0998", "line 0999");
    }

    @Test
    void linesAreShownElsewhereToo() throws Exception {
        var shown = new ArrayList<String>();

        LogFile.open(logs.resolve("x.log"), LogFile.CAP_BYTES, shown::add).write("hello");

        assertThat(shown).containsExactly("hello");
    }
}
