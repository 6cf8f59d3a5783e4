package dev.tocsin.monitor.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.tocsin.monitor.code.References.Missing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SecretSourcesTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("SHOP_TOKEN", "s3cr$t\\", "TOCSIN_DB_PASSWORD", "never told", "EMPTY", "");

    @TempDir
    Path directory;

    @Test
    void aReferenceBecomesWhatItStandsForInsideItsText() throws Missing, IOException {
        Files.writeString(directory.resolve("key"), "abc\n");
        assertThat(resolved("Bearer ${env:SHOP_TOKEN}")).isEqualTo("Bearer s3cr$t\\");
        assertThat(resolved("${file:" + directory.resolve("key") + "}-${env:SHOP_TOKEN}"))
                .isEqualTo("abc-s3cr$t\\");
        assertThat(resolved("$HOME {env:X} ${other:X}")).isEqualTo("$HOME {env:X} ${other:X}");
    }

    @Test
    void aLinkCountsAsWhereItLeads() throws IOException, Missing {
        var outside = Files.createTempFile("outside", ".txt");
        Files.writeString(outside, "not for checks");
        Files.createSymbolicLink(directory.resolve("out"), outside);
        assertRefused("${file:" + directory.resolve("out") + "}", "in none of the directories");
        assertRefused("${file:" + directory + "/../" + outside.getFileName() + "}", "");
        Files.createDirectory(directory.resolve("..data"));
        Files.writeString(directory.resolve("..data/key"), "mounted");
        Files.createSymbolicLink(directory.resolve("key"), Path.of("..data/key"));
        assertThat(resolved("${file:" + directory.resolve("key") + "}")).isEqualTo("mounted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${env:TOCSIN_DB_PASSWORD}",
                "${env:tocsin_db_password}",
                "${env:QUARKUS_DATASOURCE_PASSWORD}",
                "${env:NOBODY}",
                "${env:EMPTY}",
                "${env:}",
                "${env:A B}",
                "${file:/etc/passwd}",
                "${file:/proc/self/environ}",
                "${file:}",
                "${file:relative}"
            })
    void whatIsNotForChecksStaysWhereItIs(String text) {
        assertRefused(text, "");
    }

    @Test
    void filesAreBoundedAndText() throws IOException {
        Files.write(directory.resolve("big"), new byte[SecretSources.MOST_BYTES + 1]);
        assertRefused("${file:" + directory.resolve("big") + "}", "too long");
        Files.write(directory.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertRefused("${file:" + directory.resolve("binary") + "}", "no text");
        assertRefused("${file:" + directory + "}", "no file");
    }

    private String resolved(String text) throws Missing {
        return References.resolved(text, new SecretSources(ENVIRONMENT, List.of(directory)));
    }

    private void assertRefused(String text, String said) {
        assertThatExceptionOfType(Missing.class)
                .isThrownBy(() -> resolved(text))
                .withMessageContaining(said)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("never told", "s3cr"));
    }
}
