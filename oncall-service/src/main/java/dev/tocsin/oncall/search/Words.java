package dev.tocsin.oncall.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody typed, made safe for the two ways PostgreSQL looks for it. Pure. */
public record Words(String typed) {
    private static final int MOST = 8;

    /** In lower case, as names are compared; without the one sign that a text in PostgreSQL cannot hold. */
    String lower() {
        return typed.replace("\0", "").strip().toLowerCase(Locale.ROOT);
    }

    /** For {@code like}: anywhere in a name, signs taken as they are. */
    public String within() {
        return "%" + beginning();
    }

    /** For {@code like}: at the beginning of a name. */
    String beginning() {
        return lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** For {@code to_tsquery}: all words, each perhaps only begun; empty when no letter or digit was typed. */
    public Optional<String> begun() {
        return Optional.of(Arrays.stream(lower().split("[^\\p{L}\\p{N}]+"))
                        .filter(word -> !word.isEmpty())
                        .limit(MOST)
                        .map(word -> word + ":*")
                        .collect(Collectors.joining(" & ")))
                .filter(query -> !query.isEmpty());
    }

    /** The number of an incident, when that is what was typed. */
    Optional<Long> number() {
        var digits = lower().startsWith("#") ? lower().substring(1) : lower();
        return digits.matches("\\d{1,18}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }
}
