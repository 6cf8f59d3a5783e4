package dev.tocsin.postmortem.search;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody typed into the search field, as PostgreSQL is asked: all of it in the syntax of web searches (words,
 * "a phrase", or, -not), and once more with the last word as the beginning of one, since people look while they type.
 *
 * @param head what stands before that last word; may be empty
 * @param beginning letters and digits alone, so that it needs no quoting; absent after a quote, a dash or a space
 */
record Words(String all, String head, Optional<String> beginning) {
    private static final Pattern UNFINISHED = Pattern.compile("(?s)(|.*\\s)([\\p{L}\\p{N}]{2,})");

    static Words of(String typed) {
        var all = typed.strip();
        var unfinished = UNFINISHED.matcher(all);
        var quoted = all.chars().filter(c -> c == '"').count() % 2 != 0;
        if (quoted || all.length() != typed.stripLeading().length() || !unfinished.matches())
            return new Words(all, "", Optional.empty());
        return new Words(all, unfinished.group(1).strip(), Optional.of(unfinished.group(2)));
    }
}
