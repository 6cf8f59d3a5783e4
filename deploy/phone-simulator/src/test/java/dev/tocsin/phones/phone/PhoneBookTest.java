package dev.tocsin.phones.phone;

import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PhoneBookTest {
    private static final Instant NIGHT = Instant.parse("2026-11-22T03:12:00Z");
    private final PhoneBook phones = new PhoneBook();

    @Test
    void theOldestTextLeavesAPhoneThatHasTwoHundred() {
        for (var i = 0; i < 201; i++) phones.add(text("SM" + i, "+15551230001"));

        assertThat(phones.textsOf("+15551230001")).hasSize(200);
        assertThat(phones.find("SM0")).isEmpty();
        assertThat(phones.find("SM200")).isPresent();
    }

    @Test
    void thePhoneUnusedForLongestIsForgottenWhenThereAreFiveHundred() {
        for (var i = 0; i < 500; i++) phones.add(text("SM" + i, "+1555123%04d".formatted(i)));
        phones.add(text("SM-again", "+15551230000"));

        phones.add(text("SM-new", "+15559990000"));

        assertThat(phones.phones()).hasSize(500);
        assertThat(phones.textsOf("+15551230000")).hasSize(2);
        assertThat(phones.textsOf("+15551230001")).isEmpty();
        assertThat(phones.find("SM1")).isEmpty();
    }

    @Test
    void anAnswerGoesToWhoeverWroteLast() {
        phones.add(text("SM1", "+15551230001"));

        assertThat(phones.lastSender("+15551230001")).contains("+15005550006");
        assertThat(phones.lastSender("+15551230002")).isEmpty();
    }

    @Test
    void aTextIsUnreadUntilItsPersonLooksOrAnswers() {
        phones.add(text("SM1", "+15551230001"));
        assertThat(phones.view("+15551230001").orElseThrow().unread()).isEqualTo(1);

        phones.read("+15551230001");

        assertThat(phones.view("+15551230001").orElseThrow().unread()).isZero();
    }

    @Test
    void everyChangeGrowsTheRevision() {
        var before = phones.revision();
        phones.add(text("SM1", "+15551230001"));
        var added = phones.revision();
        phones.change("SM1", t -> t.reached(Status.SENT, NIGHT));

        assertThat(added).isGreaterThan(before);
        assertThat(phones.revision()).isGreaterThan(added);
    }

    private static Text text(String sid, String phone) {
        return Text.toPhone(
                sid,
                Direction.OUTBOUND_API,
                Optional.of("+15005550006"),
                phone,
                Optional.empty(),
                "checkout is down",
                NIGHT);
    }
}
