package dev.tocsin.phones.human;

import java.util.List;
import java.util.Locale;

/** Words the carrier itself acts on, whatever the application does; compared trimmed and without case. */
enum Keyword {
    STOP(
            List.of("stop", "stopall", "unsubscribe", "cancel", "end", "quit"),
            "You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe."),
    START(
            List.of("start", "yes", "unstop"),
            "You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe."),
    HELP(List.of("help", "info"), "Reply STOP to unsubscribe. Msg&Data Rates May Apply."),
    NONE(List.of(), "");

    private final List<String> words;
    private final String answer;

    Keyword(List<String> words, String answer) {
        this.words = words;
        this.answer = answer;
    }

    static Keyword of(String body) {
        var word = body.strip().toLowerCase(Locale.ROOT);
        for (var keyword : values()) {
            if (keyword.words.contains(word)) return keyword;
        }
        return NONE;
    }

    /** What the carrier texts back. */
    String answer() {
        return answer;
    }
}
