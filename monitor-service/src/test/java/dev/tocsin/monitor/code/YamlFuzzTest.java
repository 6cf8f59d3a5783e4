package dev.tocsin.monitor.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import jakarta.inject.Inject;

import dev.tocsin.monitor.IssuerForTests;
import dev.tocsin.monitor.PostgresForTests;
import dev.tocsin.monitor.code.CheckFiles.Text;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever stands in a file: reading it ends, says in which line it is bad, or has understood it. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(IssuerForTests.class)
class YamlFuzzTest {
    private static final Path CORPUS = Path.of("src/test/resources/yaml-corpus");
    private static final int ROUNDS = 4000;
    private static final String[] PIECES = {
        "&a ",
        "*a",
        "<<: *a\n",
        "- ",
        "? ",
        ": ",
        "[",
        "]",
        "{",
        "}",
        "!!binary ",
        "---\n",
        "...\n",
        "|2\n",
        ">-\n",
        "\t",
        "'",
        "\"",
        "${env:HOME}",
        "${file:/etc/passwd}",
        "null",
        "~",
        "9e999",
        ".nan",
        "0x7fffffffffffffffffff",
        "\u2028",
        "\0",
        "\ud800",
        "P1D",
        "key: ",
        "kind: http\n",
        "http: ",
        "tcp: {}",
        "conditions: [\"\"]",
        "parents: [x]",
        "id: 0"
    };

    @Inject
    CheckFiles files;

    @Test
    void everyFileOfTheCorpusAndThousandsOfItsChildrenAreReadToTheEnd() throws IOException {
        var random = new Random(24);
        try (var corpus = Files.list(CORPUS)) {
            var seeds = corpus.sorted().toList();
            assertThat(seeds).hasSizeGreaterThan(5);
            for (var seed : seeds) assertRead(Files.readString(seed), seed.toString());
            for (var i = 0; i < ROUNDS; i++) {
                var seed = seeds.get(random.nextInt(seeds.size()));
                assertRead(mutated(Files.readString(seed), random), "round " + i + " of " + seed);
            }
        }
    }

    private void assertRead(String text, String what) {
        var reading = files.read(List.of(new Text("f.yaml", text)), Optional.empty());
        var lines = text.split("\r\n|[\r\n\u0085\u2028\u2029]", -1).length;
        for (var fault : reading.faults()) {
            assertThat(fault.line()).as("%s: %s", what, fault).isBetween(1, lines + 1);
            assertThat(fault.column()).as("%s: %s", what, fault).isPositive();
            assertThat(fault.reason()).as(what).isNotBlank();
        }
        assertThat(reading.entries())
                .as(what)
                .allSatisfy(entry -> assertThat(entry.key()).matches(CheckFiles.KEY));
    }

    private static String mutated(String text, Random random) {
        var changed = new StringBuilder(text);
        for (var i = 0; i <= random.nextInt(4); i++) {
            var at = random.nextInt(changed.length() + 1);
            var end = Math.min(changed.length(), at + random.nextInt(20));
            switch (random.nextInt(4)) {
                case 0 -> changed.delete(at, end);
                case 1 -> changed.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 2 -> changed.insert(at, changed.substring(at, end));
                default -> changed.insert(at, (char) random.nextInt(0x3000));
            }
        }
        return changed.toString();
    }
}
