package dev.tocsin.monitor.code;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class YamlTest {

    @Test
    void everyValueKnowsItsPlace() throws BadYaml {
        var read = Yaml.parse("""
                checks:
                  - key: shop
                    http: {url: "https://shop.example/"}
                  - key: other
                    failureThreshold: 3
                    a/b~c: yes
                """);
        assertThat(read.root().at("/checks/1/failureThreshold").asInt()).isEqualTo(3);
        assertThat(read.root().at("/checks/1/a~1b~0c").asText()).isEqualTo("yes");
        assertThat(read.at("/checks/0/http/url")).isEqualTo(new Place(3, 12));
        assertThat(read.at("/checks/1/a~1b~0c")).isEqualTo(new Place(6, 5));
        assertThat(read.at("/checks/1/not/there")).isEqualTo(new Place(4, 5));
        assertThat(read.at("/nothing")).isEqualTo(Place.START);
    }

    @Test
    void anAnchorIsUsedAgainWhereItIsNamed() throws BadYaml {
        var read = Yaml.parse("x-h: &h {accept: text/plain}\nchecks: [{headers: *h}, {headers: *h}]\n");
        assertThat(read.root().at("/checks/1/headers/accept").asText()).isEqualTo("text/plain");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a: 1\\na: 2|2|1|twice",
                "a: [1, 2|1|9|is not YAML",
                "a:\\n\\t- b|2|1|is not YAML",
                "a: !!java.net.URL [x]|1|4|tag",
                "a: !ruby/object x|1|4|tag",
                "a: 1\\n---\\nb: 2|2|1|one document",
                "? [x]\\n: y|1|3|name",
                "a: *nobody|1|4|nobody",
                "a: 99999999999999999999|1|4|number",
                "a: &x [*x]|1|8|",
                "|1|1|is empty",
                "# only a comment|1|1|is empty"
            })
    void whatIsNoFileOfOursIsRefusedInItsPlace(String text, int line, int column, String said) {
        assertThatExceptionOfType(BadYaml.class)
                .isThrownBy(() ->
                        Yaml.parse(text == null ? "" : text.replace("\\n", "\n").replace("\\t", "\t")))
                .satisfies(e -> {
                    assertThat(e.place().line()).as(e.getMessage()).isEqualTo(line);
                    assertThat(e.getMessage()).contains(said == null ? "" : said);
                });
    }

    @Test
    void laughterIsShort() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 20; i++)
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
        assertRefused(bomb.toString(), "values");
    }

    @Test
    void depthsAreNotFollowed() {
        assertRefused("[".repeat(200_000), "deeper");
        assertRefused("a: ".repeat(3) + "{a: ".repeat(100_000), "");
        var levels = new StringBuilder("a0: &a0 [x]\n");
        for (var i = 1; i < 60; i++) levels.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
        assertRefused(levels.toString(), "deeper");
    }

    @Test
    void moreThanWeReadIsRefusedUnread() {
        assertRefused("#".repeat(Yaml.MOST_CHARACTERS + 1), "longer");
        assertRefused("- a\n".repeat(Yaml.MOST_VALUES + 1), "values");
    }

    private static void assertRefused(String text, String said) {
        assertTimeout(
                Duration.ofSeconds(20),
                () -> assertThatExceptionOfType(BadYaml.class)
                        .isThrownBy(() -> Yaml.parse(text))
                        .withMessageContaining(said));
    }
}
