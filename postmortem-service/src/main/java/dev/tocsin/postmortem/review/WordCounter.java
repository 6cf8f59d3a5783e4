package dev.tocsin.postmortem.review;

import java.util.regex.Pattern;

import dev.tocsin.postmortem.report.Markdown;

/**
 * The one way words are counted, for the editor, the API, the page and the gate alike.
 *
 * <p>A word is what stands between white space or dashes and holds a letter or a digit: {@code well-known}, {@code
 * 3.5}, {@code 10:42}, {@code and/or} and {@code don't} are one each, a lone {@code –} or {@code ✓} is none. Where a
 * script is written without spaces (Chinese, Japanese) each character counts. Of Markdown only the prose counts: the
 * text of a link but not its address, inline code, but no code block, picture or marker.
 */
public final class WordCounter {
    private static final Pattern GAP = Pattern.compile("[\\s\\p{Z}\\u2013\\u2014\\u2026]+|--+|\\.\\.\\.+");

    private WordCounter() {}

    /** How many words the author wrote in this piece of Markdown. */
    public static int count(String markdown) {
        return markdown.isBlank()
                ? 0
                : GAP.splitAsStream(Markdown.prose(markdown))
                        .mapToInt(WordCounter::in)
                        .sum();
    }

    private static int in(String token) {
        var single = (int) token.codePoints().filter(WordCounter::standsAlone).count();
        var spelled = token.codePoints().anyMatch(c -> Character.isLetterOrDigit(c) && !standsAlone(c));
        return single + (spelled ? 1 : 0);
    }

    private static boolean standsAlone(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA -> Character.isLetter(codePoint);
            default -> false;
        };
    }
}
