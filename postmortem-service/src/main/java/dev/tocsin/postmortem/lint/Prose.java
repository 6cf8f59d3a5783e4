package dev.tocsin.postmortem.lint;

import java.util.regex.Pattern;

/** Markdown with everything blanked that is not the author's own words, so that each place keeps its number. */
final class Prose {
    /** Fenced code, inline code, addresses; the last two bounded, so that no text makes the search slow. */
    private static final Pattern FOREIGN = Pattern.compile(
            "(?ms)^ {0,3}```.*?(?:^ {0,3}```|\\z)|`[^`\n]{1,500}`|<?https?://[^\\s)>]{1,2000}>?|^ {0,3}>[^\n]*$");

    private Prose() {}

    static String of(String markdown) {
        var matcher = FOREIGN.matcher(markdown);
        if (!matcher.find()) return markdown;
        var prose = new StringBuilder(markdown);
        do {
            for (var i = matcher.start(); i < matcher.end(); i++) if (prose.charAt(i) != '\n') prose.setCharAt(i, '·');
        } while (matcher.find());
        return prose.toString();
    }
}
