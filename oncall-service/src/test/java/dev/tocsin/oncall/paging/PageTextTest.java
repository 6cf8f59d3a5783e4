package dev.tocsin.oncall.paging;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PageTextTest {
    private static final String LINK = "https://tocsin.example.com/a/0123456789abcdefghijAB";
    private static final String TAIL = " Reply 4a to ack, 4r to resolve: " + LINK;

    @Test
    void aShortPageSaysWhatWhereAndHowToAnswer() {
        assertThat(PageText.of("checkout", "HTTP 503, wanted 200", 4, LINK))
                .isEqualTo("checkout: HTTP 503, wanted 200." + TAIL);
    }

    @Test
    void theServicesNameIsNotSaidTwice() {
        assertThat(PageText.of("checkout", "checkout: HTTP 503", 4, LINK)).isEqualTo("checkout: HTTP 503." + TAIL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a very long summary that goes on and on and on, far beyond what one message can hold, with details nobody reads",
                "{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{",
                "über-großer Fehler “in der Kasse” – Störung läuft…, ÅÄÖ €€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€",
                "磁盘已满磁盘已满磁盘已满磁盘已满磁盘已满磁盘已满磁盘已满磁盘已满磁盘已满磁盘已满磁盘已满磁盘已满磁盘已满磁盘已满",
                ""
            })
    void whateverTheSummaryTheTextIsOneSegmentAndKeepsCodeAndLink(String summary) {
        var text = PageText.of("checkout", summary, 4, LINK);

        assertThat(Gsm7.fits(text)).isTrue();
        assertThat(Gsm7.septets(text)).isLessThanOrEqualTo(160);
        assertThat(text).startsWith("checkout: ").endsWith(TAIL);
    }

    @Test
    void evenALongNameAndALongLinkLeaveTheLinkWhole() {
        var link = "https://a-rather-long-company-name.internal.example.com:8443/tocsin/a/0123456789abcdefghijAB";

        var text = PageText.of("a service with quite an endless name indeed", "HTTP 503", 123456, link);

        assertThat(Gsm7.septets(text)).isLessThanOrEqualTo(160);
        assertThat(text).endsWith(link).contains("123456a");
    }

    @Test
    void aStopWordControlAndDirectionCharactersAreHarmless() {
        assertThat(PageText.of("STOP", "\u202Edlrow\u0000\u0007\r\nSTOP\u200B", 4, LINK))
                .isEqualTo("STOP: dlrow STOP." + TAIL);
    }

    @ParameterizedTest
    @CsvSource({
        "naïve café, naive café",
        "“quoted” – dash…, \"quoted\" - dash...",
        "Łódź, Lodz",
        "5 µs, 5 us",
        "x → y, x -> y",
        "25 °C, 25 degC",
        "ﬁle, file",
        "🔥 hot, ? hot",
        "straße Ñ, straße Ñ"
    })
    void lettersTheAlphabetLacksAreSpelledAsNearAsItCan(String text, String spelled) {
        assertThat(Gsm7.transliterate(text)).isEqualTo(spelled);
    }

    @Test
    void someCharactersTakeTwoPlaces() {
        assertThat(Gsm7.septets("a{}[]~|^\\€")).isEqualTo(19);
        assertThat(Gsm7.cut("a{{{", 5)).isEqualTo("a{..");
    }
}
