package dev.tocsin.monitor.condition;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The names that conditions of one kind may use. The parser, the help page and the API read the same list.
 *
 * @param examples conditions that show it at its best, each of which parses
 */
public record Vocabulary(List<Term> terms, List<Example> examples) {
    /** Of a kind about which nothing can be asked but whether it is up. */
    public static final Vocabulary EMPTY = new Vocabulary(List.of(), List.of());

    /** @param means in words */
    public record Example(String condition, String means) {}

    public Vocabulary {
        terms = List.copyOf(terms);
        examples = List.copyOf(examples);
    }

    Optional<Term> term(String name) {
        return terms.stream().filter(term -> term.name().equals(name)).findFirst();
    }

    /** What is probably meant, for a name that is none; empty when nothing is near. */
    Optional<String> near(String name) {
        return terms.stream()
                .map(Term::name)
                .filter(known -> distance(known, name) <= Math.max(1, Math.min(3, name.length() / 3)))
                .min(Comparator.comparingInt(known -> distance(known, name)));
    }

    String names() {
        return String.join(", ", terms.stream().map(Term::form).toList());
    }

    /** How many letters to change, add or drop (Levenshtein), case aside. */
    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (var j = 0; j < row.length; j++) row[j] = j;
        for (var i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.length; j++) {
                var same = Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
                var cost = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = row[j];
                row[j] = cost;
            }
        }
        return row[other.length()];
    }
}
