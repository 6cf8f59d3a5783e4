package dev.tocsin.dashboard.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A sentence with places for pieces of a page: "since [1]", or "see [1|the file] first", where the words stand inside
 * the piece. Another language may turn the places round.
 */
public record Phrase(List<Part> parts) {
    private static final Pattern PLACE = Pattern.compile("\\[(\\d+)(?:\\|([^\\]]*))?]");

    /** Words, or a place. */
    public sealed interface Part {}

    /** Words as they are, not yet escaped. */
    public record Words(String text) implements Part {}

    /** The place of a piece, counted from 1, and the words that stand inside it: often none. */
    public record Place(int number, String words) implements Part {}

    public static Phrase of(String sentence) {
        var parts = new ArrayList<Part>();
        var place = PLACE.matcher(sentence);
        int from = 0;
        while (place.find()) {
            if (place.start() > from) parts.add(new Words(sentence.substring(from, place.start())));
            parts.add(new Place(Integer.parseInt(place.group(1)), place.group(2) == null ? "" : place.group(2)));
            from = place.end();
        }
        if (from < sentence.length()) parts.add(new Words(sentence.substring(from)));
        return new Phrase(List.copyOf(parts));
    }

    /** The numbers of its places, in the order of the sentence. */
    public List<Integer> places() {
        return parts.stream()
                .filter(Place.class::isInstance)
                .map(part -> ((Place) part).number())
                .toList();
    }
}
