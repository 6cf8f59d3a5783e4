package dev.tocsin.local;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ArgumentsTest {
    private static final Path HOME = Path.of("/src/tocsin");

    @Test
    void upAloneUsesPort8080AndKeepsItsDataInTheCheckout() {
        assertThat(parse("up"))
                .isEqualTo(new Arguments.Up(
                        new Ports(8080), Path.of("/src/tocsin/.tocsin"), false, false, false, false, false));
    }

    @Test
    void everyOptionIsUnderstoodInAnyOrder() {
        assertThat(parse("up", "--logs", "--data", "/tmp/x", "--port", "18080", "--fresh", "--yes", "--with-twilio"))
                .isEqualTo(new Arguments.Up(new Ports(18080), Path.of("/tmp/x"), true, true, false, true, true));
    }

    @Test
    void demoIsUnderstood() {
        assertThat(((Arguments.Up) parse("up", "--demo")).demo()).isTrue();
    }

    @Test
    void aRelativeDataDirectoryIsFoundFromTheCheckout() {
        assertThat(((Arguments.Up) parse("up", "--data", "../mine")).data()).isEqualTo(Path.of("/src/mine"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --port          | --port wants a number from 1024 to 65521.
                    --port 80       | --port wants a number from 1024 to 65521.
                    --port 65530    | --port wants a number from 1024 to 65521.
                    --port eight    | --port wants a number from 1024 to 65521.
                    --data          | --data wants a directory.
                    --data --fresh  | --data wants a directory.
                    --demo --with-twilio | --demo has invented phone numbers, so it does not go with --with-twilio.
                    --fast          | ./tocsin up does not know --fast; ./tocsin help lists what it does.
                    """)
    void whatIsWrongIsSaidInOneSentence(String words, String sentence) {
        assertThat(parse(("up " + words).split(" "))).isEqualTo(new Arguments.Wrong(sentence));
    }

    @Test
    void helpIsHelp() {
        assertThat(parse("up", "--help")).isEqualTo(new Arguments.Help());
        assertThat(parse()).isEqualTo(new Arguments.Help());
    }

    private static Arguments parse(String... words) {
        return Arguments.parse(List.of(words), HOME);
    }
}
