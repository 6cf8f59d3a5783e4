package dev.tocsin.oncall.reply;

import java.time.Duration;
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
    private static final Command RESOLVE_4 = new Resolve(OptionalInt.of(4));

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
        assertThat(Command.parse("1a 2r"))
                .containsExactly(new Acknowledge(OptionalInt.of(1)), new Resolve(OptionalInt.of(2)));
        assertThat(Command.parse("1a, 2a and 3r"))
                .containsExactly(
                        new Acknowledge(OptionalInt.of(1)),
                        new Acknowledge(OptionalInt.of(2)),
                        new Resolve(OptionalInt.of(3)));
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
    @ValueSource(
            strings = {
                "3",
                "on my way",
                "4x",
                "4a or so",
                "",
                "   ",
                "1234567a",
                "r 4 banana",
                "1a ack",
                "ack resolve",
                "snooze",
                "1 snooze",
                "snooze all 5",
                "all"
            })
    void whatIsNotClearIsNotGuessed(String text) {
        assertThat(Command.parse(text)).isEqualTo(List.of(new Command.Unclear()));
    }

    @Test
    void helpAndStatusAreAnswered() {
        assertThat(Command.parse("Help")).containsExactly(new Command.Help());
        assertThat(Command.parse("?")).containsExactly(new Command.Help());
        assertThat(Command.parse("commands")).containsExactly(new Command.Help());
        assertThat(Command.parse("Who?")).containsExactly(new Command.Who());
        assertThat(Command.parse("status?")).containsExactly(new Command.Status());
    }

    @Test
    void pagerDutysKeysMeanWhatTheyMeanThere() {
        assertThat(Command.parse("4")).containsExactly(new Acknowledge(OptionalInt.empty()));
        assertThat(Command.parse(" 6. ")).containsExactly(new Resolve(OptionalInt.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ack all", "all ack", "A ALL", "ack  all!"})
    void everythingMayBeTakenAtOnce(String text) {
        assertThat(Command.parse(text)).containsExactly(new Command.AcknowledgeAll());
    }

    @Test
    void butNotClosedAtOnce() {
        assertThat(Command.parse("resolve all")).containsExactly(new Command.ResolveAll());
    }

    @ParameterizedTest
    @ValueSource(strings = {"7e", "e 7", "escalate 7", "7 Escalate", "esc #7"})
    void escalationsAreUnderstood(String text) {
        assertThat(Command.parse(text)).containsExactly(new Command.Escalate(OptionalInt.of(7)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"snooze 1 30", "1s30", "1 snooze 30m", "snooze 1 for 30 min", "S 1 30"})
    void aSnoozeHasACodeAndALength(String text) {
        assertThat(Command.parse(text)).containsExactly(new Command.Snooze(OptionalInt.of(1), Duration.ofMinutes(30)));
    }

    @Test
    void aSnoozeOfTheOnlyOneHasALengthOnly() {
        assertThat(Command.parse("snooze 30"))
                .containsExactly(new Command.Snooze(OptionalInt.empty(), Duration.ofMinutes(30)));
        assertThat(Command.parse("snooze 2h"))
                .containsExactly(new Command.Snooze(OptionalInt.empty(), Duration.ofHours(2)));
    }

    @Test
    void oneVerbMayHaveSeveralNumbers() {
        assertThat(Command.parse("ack 1 2 3r"))
                .containsExactly(
                        new Acknowledge(OptionalInt.of(1)),
                        new Acknowledge(OptionalInt.of(2)),
                        new Resolve(OptionalInt.of(3)));
    }
}
