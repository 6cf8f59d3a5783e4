package dev.tocsin.phones.callback;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TwiMlTest {
    @Test
    void theMessagesOfAResponseAreItsTexts() {
        var read = read(
                "text/xml",
                "<Response><Message>You have it.</Message><Message><Body> &lt;ok&gt; </Body></Message></Response>");

        assertThat(read).isEqualTo(new TwiMl.Messages(List.of("You have it.", "<ok>")));
    }

    @Test
    void anEmptyResponseAndNoBodyAtAllAreSilence() {
        assertThat(read("text/xml; charset=utf-8", "<?xml version=\"1.0\"?><Response/>"))
                .isEqualTo(new TwiMl.Messages(List.of()));
        assertThat(read("", "")).isEqualTo(new TwiMl.Messages(List.of()));
    }

    @Test
    void whatIsNotTwiMlGetsTheCarriersErrorCode() {
        assertThat(code(read("application/json", "{}"))).isEqualTo(12300);
        assertThat(code(read("text/xml", "<Response><Message>"))).isEqualTo(12100);
        assertThat(code(read("text/xml", "<html/>"))).isEqualTo(12200);
    }

    @Test
    void aDocumentTypeIsRefused() {
        var entity =
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Response><Message>&x;</Message></Response>";

        assertThat(code(read("text/xml", entity))).isEqualTo(12100);
    }

    private static TwiMl read(String type, String body) {
        return TwiMl.of(new Outcome.Answered(200, type, body));
    }

    private static int code(TwiMl read) {
        return ((TwiMl.Unreadable) read).code();
    }
}
