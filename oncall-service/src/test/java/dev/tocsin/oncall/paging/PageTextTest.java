package dev.tocsin.oncall.paging;

import java.util.Random;

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

    @Test
    void bidiIsolatesMarksAndJoinersLeaveNothingBehind() {
        var hostile = "\u2066a\u2069\u200Fb\u061Cc\uFEFFd\u2028e\u202Af\u0085g\u001Bh\u007Fi";

        assertThat(PageText.of("db", hostile, 4, LINK)).isEqualTo("db: abcd efghi." + TAIL);
    }

    @Test
    void emojiOfManyCodePointsAndHalvesOfOneAreShortAndHarmless() {
        var text = PageText.of("🔥 db", "👩‍👩‍👧 lost 🇩🇪 \uD83D half", 4, LINK);

        assertThat(text).isEqualTo("? db: ??? lost ?? ? half." + TAIL);
    }

    @Test
    void cyrillicIsReadInLatinLetters() {
        assertThat(PageText.of("Касса", "Сервер не отвечает: щит, съезд", 4, LINK))
                .isEqualTo("Kassa: Server ne otvechaet: shchit, sieezd." + TAIL);
        assertThat(Gsm7.transliterate("Їжак, ЮРІЙ, Љубљана")).isEqualTo("Izhak, IuRII, Ljubljana");
    }

    @Test
    void aServiceWithAnEndlessNameLeavesRoomForWhatHappened() {
        assertThat(PageText.of("a service with quite an endless name indeed", "HTTP 503", 4, LINK))
                .isEqualTo("a service with quite an endl..: HTTP 503." + TAIL);
    }

    @Test
    void aBundleWithALongLinkNamesFewerThingsButKeepsTheCodeAndTheLink() {
        var link = "https://a-rather-long-company-name.internal.example.com:8443/tocsin/a/0123456789abcdefghijAB";

        var text = PageText.of("checkout", "HTTP 503", 123456, new Bundle.Named(1000, "999 checkout, 1 db"), link);

        assertThat(Gsm7.septets(text)).isLessThanOrEqualTo(160);
        assertThat(text).endsWith(link).contains("123456a", "1000 more");
    }

    /** Words from all of Unicode, halves of surrogate pairs too. The seed is fixed. */
    @Test
    void whateverItIsMadeOfATextIsOneSegmentInTheAlphabetAndEndsWithCodeAndLinkWhole() {
        var random = new Random(160);
        for (int n = 0; n < 20_000; n++) {
            var link = "https://" + "x".repeat(random.nextInt(70)) + "/a/0123456789abcdefghijAB";
            int code = 1 + random.nextInt(999_999);
            var more = random.nextBoolean()
                    ? Bundle.Named.NONE
                    : new Bundle.Named(1 + random.nextInt(1000), anything(random, 60));
            var service = anything(random, 80);
            var summary = anything(random, 300);

            var text = PageText.of(service, summary, code, more, link);

            var from = "%s | %s | %d | %s | %s".formatted(service, summary, code, more, link);
            assertThat(Gsm7.fits(text)).as(from).isTrue();
            assertThat(Gsm7.septets(text)).as(from).isLessThanOrEqualTo(160);
            assertThat(text).as(from).endsWith(": " + link).contains(" " + code + "a", ":");
            assertThat(text.codePoints()).as(from).noneMatch(c -> Character.isISOControl(c));
        }
    }

    private static String anything(Random random, int longest) {
        var text = new StringBuilder();
        int length = random.nextInt(longest);
        while (text.length() < length) {
            switch (random.nextInt(5)) {
                case 0 -> text.append((char) random.nextInt(Character.MAX_VALUE + 1));
                case 1 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
                case 2 -> text.append("{}[]~|^\\€".charAt(random.nextInt(9)));
                case 3 -> text.append((char) (0x2000 + random.nextInt(0x70)));
                default -> text.append((char) (' ' + random.nextInt(95)));
            }
        }
        return text.toString();
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

    @Test
    void aNoticeTooLongForOneMessageKeepsItsLink() {
        var link = "https://tocsin.example.com/postmortems/tasks#t-6f1c";
        var text = PageText.plain("You have a task from the postmortem \"Every second order said goodbye\": "
                + "Enforce the limiter in staging. It is due on 27 Nov 2026. " + link);

        assertThat(Gsm7.septets(text)).isLessThanOrEqualTo(160);
        assertThat(text).startsWith("You have a task").endsWith(".. " + link);
        assertThat(PageText.plain("Short. " + link)).isEqualTo("Short. " + link);
        assertThat(PageText.plain("x https://" + "y".repeat(200))).hasSize(160).endsWith("..");
    }
}
