package dev.tocsin.oncall.reply;

import java.util.List;
import java.util.OptionalInt;

import dev.tocsin.oncall.reply.Command.Acknowledge;
import dev.tocsin.oncall.reply.Command.Resolve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CommandTest {
    private static final Command ACK_4 = new Acknowledge(OptionalInt.of(4));
    private static final Command RESOLVE_4 = new Resolve(4);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4a",
                "4 a",
                "4A",
                " 4a ",
                "ack 4",
                "ACK4",
                "a 4",
                "4 ack",
                "#4a",
                "\"4a\"",
                "“4a”.",
                "acknowledge 4!"
            })
    void acknowledgesAreUnderstoodHoweverTheyAreTyped(String text) {
        assertThat(Command.parse(text)).containsExactly(ACK_4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4r", "4 r", "resolve 4", "4 resolve", "resolved 4", "close 4", "4c"})
    void resolvesAreUnderstoodHoweverTheyAreTyped(String text) {
        assertThat(Command.parse(text)).containsExactly(RESOLVE_4);
    }

    @Test
    void severalCommandsInOneText() {
        assertThat(Command.parse("1a 2r")).containsExactly(new Acknowledge(OptionalInt.of(1)), new Resolve(2));
        assertThat(Command.parse("1a, 2a and 3r"))
                .containsExactly(
                        new Acknowledge(OptionalInt.of(1)), new Acknowledge(OptionalInt.of(2)), new Resolve(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ack", "a", "ACK!", "acknowledge"})
    void aBareAckNamesNoIncident(String text) {
        assertThat(Command.parse(text)).containsExactly(new Acknowledge(OptionalInt.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "STOP ", "Stop.", "unsubscribe", "cancel", "END", "quit", "stopall"})
    void theCarriersStopWordsAreNeverCommandsOfOurs(String text) {
        assertThat(Command.parse(text)).containsExactly(new Command.Stop());
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "Yes", "unstop"})
    void andItsStartWordsBringTextsBack(String text) {
        assertThat(Command.parse(text)).containsExactly(new Command.Start());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "r", "resolve", "on my way", "4x", "4a or so", "", "   ", "1234567a", "r 4 banana"})
    void whatIsNotClearIsNotGuessed(String text) {
        assertThat(Command.parse(text)).isEqualTo(List.of(new Command.Unclear()));
    }

    @Test
    void helpAndStatusAreAnswered() {
        assertThat(Command.parse("Help")).containsExactly(new Command.Help());
        assertThat(Command.parse("who")).containsExactly(new Command.Status());
        assertThat(Command.parse("status?")).containsExactly(new Command.Unclear());
    }
}
