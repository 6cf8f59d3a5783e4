package dev.tocsin.dashboard.incidents;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTest {
    static Object[] cells() {
        return new Object[] {
            Arguments.of("plain", "plain"),
            Arguments.of("", ""),
            Arguments.of("a,b", "\"a,b\""),
            Arguments.of("say \"no\"", "\"say \"\"no\"\"\""),
            Arguments.of("two\nlines", "\"two\nlines\""),
            Arguments.of("=1+1", "'=1+1"),
            Arguments.of("+49", "'+49"),
            Arguments.of("-2", "'-2"),
            Arguments.of("@SUM(A1)", "'@SUM(A1)"),
            Arguments.of("\t=1", "'\t=1"),
            Arguments.of("=cmd|'/c calc'!A1,x", "\"'=cmd|'/c calc'!A1,x\""),
            Arguments.of("latency > 2 s", "latency > 2 s")
        };
    }

    @ParameterizedTest
    @MethodSource("cells")
    void textStaysTextInASpreadsheet(String text, String cell) {
        assertThat(Csv.cell(text)).isEqualTo(cell);
    }
}
