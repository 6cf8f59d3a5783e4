package dev.tocsin.oncall.search;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of a title that tell what is wrong: no numbers, no units, none of those that stand in every title. Pure. */
record Telling(Set<String> words) {
    private static final int SHORTEST = 3;
    /** Fewer say nothing: two incidents may both have "failed". */
    private static final int ENOUGH = 2;

    private static final Set<String> IN_EVERY_TITLE = Set.of(
            "the", "and", "for", "are", "was", "were", "has", "had", "have", "not", "its", "this", "that", "with",
            "from", "into", "over", "under", "than", "more", "less", "about", "after", "before", "since", "until",
            "during", "while", "wanted", "above", "below", "all", "any", "out", "off", "per", "second", "seconds",
            "sec", "minute", "minutes", "min", "hour", "hours", "day", "days", "week", "weeks", "percent", "bytes",
            "http", "https", "www", "com", "org", "net", "dev", "says", "said", "answers", "answer", "number");

    static Telling of(String title) {
        return new Telling(Arrays.stream(title.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> word.length() >= SHORTEST && !IN_EVERY_TITLE.contains(word))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** How many of them both have; 0 when that is too few to mean anything. */
    int shared(Telling other) {
        var both = words.stream().filter(other.words::contains).count();
        var all = both > 0 && both == words.size() && both == other.words.size();
        return both >= ENOUGH || all ? (int) both : 0;
    }
}
