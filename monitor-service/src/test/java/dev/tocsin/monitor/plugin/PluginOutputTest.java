package dev.tocsin.monitor.plugin;

import java.util.OptionalDouble;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PluginOutputTest {
    private static final String LONG = """
            DISK OK - free space: / 3326 MB (56%); | /=2643MB;5948;5958;0;5968
            / 15272 MB (77%);
            /boot 68 MB (69%);
            /home 69357 MB (27%);
            /var/log 819 MB (84%); | /boot=68MB;88;93;0;98
            /home=69357MB;253404;253409;0;253414
            /var/log=818MB;970;975;0;980
            """;

    @Test
    void theExampleOfTheGuidelinesIsRead() {
        var read = PluginOutput.read(LONG);
        assertThat(read.line()).isEqualTo("DISK OK - free space: / 3326 MB (56%);");
        assertThat(read.figures().keySet()).containsExactly("/", "/boot", "/home", "/var/log");
        assertThat(read.figures().get("/boot"))
                .isEqualTo(new PerformanceDatum("/boot", OptionalDouble.of(68 * 1048576.0), "B"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "OK | time=0.012s | time | 0.012 | s",
                "OK | time=12ms | time | 0.012 | s",
                "OK | rta=250us | rta | 0.00025 | s",
                "OK | 'free space'=56% | free space | 56 | %",
                "OK | 'it''s'=1 | it's | 1 | ''",
                "OK | in=123456c | in | 123456 | c",
                "OK |load1=0,25 | load1 | 0.25 | ''",
                "OK | size=1.5KB | size | 1536 | B",
                "OK | procs=-3 | procs | -3 | ''",
                "OK | broken  x=1 | x | 1 | ''",
                "OK | =5 y=2 | y | 2 | ''"
            })
    void figuresHaveTheirUnits(String row) {
        var parts = row.split(" \\| ");
        var text = parts.length == 5 ? parts[0] + " | " + parts[1] : parts[0];
        var at = parts.length - 3;
        var datum = PluginOutput.read(text).figures().get(parts[at]);
        assertThat(datum.value().orElseThrow()).isEqualTo(Double.parseDouble(parts[at + 1]));
        assertThat(datum.unit()).isEqualTo(parts[at + 2].replace("''", ""));
    }

    @Test
    void whatIsUndeterminedOrNoFigureSaysNothing() {
        assertThat(PluginOutput.read("OK | a=U b=x c").figures().values())
                .containsExactly(new PerformanceDatum("a", OptionalDouble.empty(), ""));
        assertThat(PluginOutput.read("").line()).isEmpty();
        assertThat(PluginOutput.read("|").figures()).isEmpty();
        assertThat(PluginOutput.read("x".repeat(1000)).line()).hasSize(300).endsWith("…");
        assertThat(PluginOutput.read("x|" + "a=1 ".repeat(5000)).figures()).hasSize(1);
    }

    /** Twenty thousand answers made of good ones by chance: none breaks the reader. */
    @Test
    void noAnswerBreaksTheReader() {
        var random = new Random(20261123);
        var letters = "|'=;: \n%sBKMu0123456789.,-+eU~@\u0000é\ud800";
        for (var i = 0; i < 20_000; i++) {
            var text = new StringBuilder(LONG);
            for (var n = random.nextInt(6); n >= 0; n--) {
                var at = random.nextInt(text.length());
                if (random.nextBoolean()) text.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
                else text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
                if (text.isEmpty()) text.append('|');
            }
            var read = PluginOutput.read(text.toString());
            assertThat(read.line().length()).isLessThanOrEqualTo(300);
            assertThat(read.figures()).hasSizeLessThanOrEqualTo(PluginOutput.MOST);
        }
    }
}
