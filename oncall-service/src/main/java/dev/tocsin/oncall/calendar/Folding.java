package dev.tocsin.oncall.calendar;

import java.nio.charset.StandardCharsets;

/**
 * Folds the lines of iCalendar text as RFC 5545, section 3.1, says: at most 75 octets a line, the continuation begins
 * with a space, and no character is torn apart. The libraries count characters instead, which is too long for Zoë. Pure.
 */
final class Folding {
    private static final int MOST_OCTETS = 75;

    private Folding() {}

    /** {@code text} has lines that end in CR LF, none of them folded. */
    static String folded(String text) {
        var folded = new StringBuilder(text.length() + text.length() / 60);
        for (var line : text.split("\r\n")) fold(line, folded);
        return folded.toString();
    }

    private static void fold(String line, StringBuilder folded) {
        var octets = 0;
        for (var at = 0; at < line.length(); ) {
            var character = Character.toString(line.codePointAt(at));
            var width = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + width > MOST_OCTETS) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets += width;
            at += character.length();
        }
        folded.append("\r\n");
    }
}
