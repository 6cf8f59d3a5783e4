package dev.tocsin.oncall.reply;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What we say back, if anything, and in one word what became of the text. */
record Reply(String result, Optional<String> text) {
    static final String WRONG_CODE = "wrong-code";
    static final String UNCLEAR = "unclear";
    static final String IGNORED = "too-many-misses";

    static Reply silence(String result) {
        return new Reply(result, Optional.empty());
    }

    static Reply say(String result, String text) {
        return new Reply(result, Optional.of(text));
    }

    /** One answer to a text with several commands: each outcome once, everything said in order. */
    static Reply joined(List<Reply> replies) {
        if (replies.size() == 1) return replies.getFirst();
        return new Reply(
                replies.stream().map(Reply::result).distinct().collect(Collectors.joining(",")),
                Optional.of(
                        replies.stream().flatMap(reply -> reply.text().stream()).collect(Collectors.joining(" "))));
    }
}
