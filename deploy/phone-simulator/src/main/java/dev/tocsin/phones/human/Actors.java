package dev.tocsin.phones.human;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.tocsin.phones.carrier.Delivered;
import dev.tocsin.phones.phone.Direction;
import dev.tocsin.phones.phone.PhoneBook;
import dev.tocsin.phones.phone.Script;

/** Plays each person's script when their phone rings. Answers to their own texts do not wake them again. */
@ApplicationScoped
class Actors {
    private final PhoneBook phones;
    private final Hands hands;

    Actors(PhoneBook phones, Hands hands) {
        this.phones = phones;
        this.hands = hands;
    }

    /** Runs on the text's own thread, which has nothing else left to do. */
    void onDelivered(@Observes Delivered delivered) {
        var text = delivered.text();
        if (text.direction() != Direction.OUTBOUND_API) return;
        switch (phones.scriptOf(text.phone())) {
            case Script.Ignore _, Script.Unreachable _ -> {}
            case Script.Stop(var after) -> say(text.phone(), "STOP", after);
            case Script.Reply(var after, var body) ->
                Codes.fill(body, text.body()).ifPresent(filled -> say(text.phone(), filled, after));
        }
    }

    private void say(String phone, String body, Duration after) {
        try {
            Thread.sleep(after);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        hands.text(phone, body);
    }
}
