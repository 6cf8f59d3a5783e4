package dev.tocsin.oncall.reply;

import java.util.Optional;

/** What we say back, if anything, and in one word what became of the text. */
record Reply(String result, Optional<String> text) {
    static final String WRONG_CODE = "wrong-code";
    static final String UNCLEAR = "unclear";

    static Reply silence(String result) {
        return new Reply(result, Optional.empty());
    }

    static Reply say(String result, String text) {
        return new Reply(result, Optional.of(text));
    }
}
