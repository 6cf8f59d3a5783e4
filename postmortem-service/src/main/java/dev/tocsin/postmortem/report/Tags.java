package dev.tocsin.postmortem.report;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tags as they are kept: one spelling each, so that a filter finds them all. */
public final class Tags {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Tags() {}

    /** Each in its one spelling, in the order given, without repetitions and without those that hold nothing. */
    public static List<String> of(List<String> typed) {
        return typed.stream()
                .map(Tags::spelled)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    /** Lower case, words joined by dashes: {@code "TLS  Certificates!"} is {@code tls-certificates}. */
    public static String spelled(String tag) {
        var folded = Normalizer.normalize(tag, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return BETWEEN.matcher(folded).replaceAll("-").replaceAll("^-+|-+$", "");
    }
}
