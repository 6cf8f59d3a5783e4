package dev.tocsin.monitor.probe;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class JsonPathTest {
    private static final String DOCUMENT = """
            {"a":{"b":[{"c":1.5},"x",null,true]},"a b":"blank","it's":1,"length":9,"text":"four"}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$.a.b[0].c | 1.5",
                "$[\"a b\"] | \"blank\"",
                "$['a b'] | \"blank\"",
                "$[\"it's\"] | 1",
                "$.a.b[-1] | true",
                "$.a.b[1] | \"x\"",
                "$.a.b[2] | is null",
                "$.a.b[9] | is missing",
                "$.a.b[-9] | is missing",
                "$.a.b.length() | 4",
                "$.text.length() | 4",
                "$.length | 9",
                "$.none.at.all | is missing",
                "$.a.b | {\"c\":1.5}, x, null, true"
            })
    void aPathLeadsToAValue(String path, String shown) throws Exception {
        assertThat(JsonPath.parse(path)
                        .in(new ObjectMapper().readTree(DOCUMENT))
                        .shown())
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "$.", "$..a", "$[*]", "$.a[?(@.b)]", "$.a[1:2]", "$a", "$.length().x", "$.size()"})
    void whatIsMoreThanAPathIsRefused(String path) {
        assertThat(JsonPath.fault(path)).isPresent();
    }

    @Test
    void aLongPathIsRefused() {
        assertThat(JsonPath.fault("$" + ".a".repeat(200))).contains("a path may have at most 200 characters");
    }
}
