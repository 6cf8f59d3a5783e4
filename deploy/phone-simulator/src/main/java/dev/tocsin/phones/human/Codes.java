package dev.tocsin.phones.human;

import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the reply codes in a page's text: {@code 4a} acknowledges, {@code 4r} resolves. */
final class Codes {
    private Codes() {}

    /** Fills {@code {code}} and {@code {resolve}} into a body; empty when the text has no such code. */
    static Optional<String> fill(String body, String text) {
        return fill(body, "{code}", text, 'a').flatMap(filled -> fill(filled, "{resolve}", text, 'r'));
    }

    private static Optional<String> fill(String body, String name, String text, char letter) {
        if (!body.contains(name)) return Optional.of(body);
        return find(text, letter).map(code -> body.replace(name, code));
    }

    /** The last one: the summary that stands before it may hold something alike, such as "rack 12a". */
    private static Optional<String> find(String text, char letter) {
        var matcher =
                Pattern.compile("(?<![\\w/])\\d{1,6}" + letter + "(?!\\w)").matcher(text);
        Optional<String> last = Optional.empty();
        while (matcher.find()) last = Optional.of(matcher.group());
        return last;
    }
}
