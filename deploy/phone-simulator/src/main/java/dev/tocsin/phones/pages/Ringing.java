package dev.tocsin.phones.pages;

import java.time.Instant;
import java.util.List;

import dev.tocsin.phones.call.Call;

/** One call as it is drawn: what can be done now, and what was heard. */
record Ringing(
        String sid, String status, boolean ringing, boolean answered, List<String> lines, Instant at, String clock) {
    /** The keys that mean something to a page, in the order of a keypad. */
    static final List<String> KEYS = List.of("4", "5", "6", "*");

    static Ringing of(Call call) {
        return new Ringing(
                call.sid(),
                call.answeredBy().map(by -> call.status() + ", " + by).orElse(call.status()),
                call.isRinging(),
                call.isAnswered(),
                call.lines(),
                call.createdAt(),
                Conversation.clock(call.createdAt()));
    }

    public List<String> keys() {
        return KEYS;
    }
}
