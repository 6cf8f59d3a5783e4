package dev.tocsin.postmortem.mail;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tocsin.postmortem.publishing.PublishedView;
import dev.tocsin.postmortem.publishing.Sections;

/** The report's sections without their tags, a blank line between paragraphs. Pure. */
record PlainText(
        String issueSummary,
        String timeline,
        String rootCause,
        String resolution,
        String measures,
        List<Sections.Extra> extras) {
    private static final Pattern BLOCK = Pattern.compile("</(?:p|h3|h4|ul|ol|blockquote|pre)>|<br ?/?>");
    private static final Pattern ITEM = Pattern.compile("<li[^>]*>");
    private static final Pattern TAG = Pattern.compile("<[^>]+>");
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot));");

    static PlainText of(PublishedView version) {
        var html = version.html();
        return new PlainText(
                plain(html.issueSummary()),
                plain(html.timeline()),
                plain(html.rootCause()),
                plain(html.resolution()),
                plain(html.measures()),
                html.extras().stream()
                        .map(extra -> new Sections.Extra(extra.title(), plain(extra.html())))
                        .toList());
    }

    static String plain(String html) {
        var lines = ITEM.matcher(html.replace("\n", " ")).replaceAll("\n- ");
        lines = TAG.matcher(BLOCK.matcher(lines).replaceAll("\n")).replaceAll("");
        lines = ENTITY.matcher(lines).replaceAll(entity -> Matcher.quoteReplacement(sign(entity)));
        return lines.replaceAll("[ \\t]+", " ")
                .replaceAll(" ?\n ?", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    private static String sign(MatchResult entity) {
        if (entity.group(1) != null) return letter(Integer.parseInt(entity.group(1)));
        if (entity.group(2) != null) return letter(Integer.parseInt(entity.group(2), 16));
        return switch (entity.group(3)) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            default -> "\"";
        };
    }

    private static String letter(int codePoint) {
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "\uFFFD";
    }
}
