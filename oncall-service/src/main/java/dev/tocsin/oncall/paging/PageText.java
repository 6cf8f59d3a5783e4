package dev.tocsin.oncall.paging;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Composes a page's text: one segment, in which only the summary is ever cut, never the code or the link. */
final class PageText {
    static final int ONE_SEGMENT = 160;
    private static final int LONGEST_SERVICE = 30;
    private static final int LONGEST_LIST = 24;
    private static final int LEAST_ABOUT = 12;
    private static final Pattern LINK_AT_END = Pattern.compile("\\s+https?://\\S+$");

    private PageText() {}

    /** "checkout: HTTP 503, wanted 200. Reply 4a to ack, 4r to resolve: https://…/a/…", at most 160 septets. */
    static String of(String service, String summary, int code, String link) {
        return of(service, summary, code, Bundle.Named.NONE, link);
    }

    /** With {@code more} it ends "… Reply 4a, 4r, and 7 more: 5 api, 2 db, reply ack all: https://…". */
    static String of(String service, String summary, int code, Bundle.Named more, String link) {
        var name = Gsm7.cut(Gsm7.transliterate(service), LONGEST_SERVICE);
        var tail = tail(code, more, link);
        var head = (name.isEmpty() ? "Incident" : name) + ": ";
        int room = ONE_SEGMENT - Gsm7.septets(head) - Gsm7.septets(tail);
        var text = Gsm7.transliterate(summary);
        if (text.startsWith(head)) text = text.substring(head.length());
        if (room < 2) return Gsm7.cut(head, Math.max(0, ONE_SEGMENT - Gsm7.septets(tail))) + tail;
        return head + ended(Gsm7.cut(text, room - 1)) + tail;
    }

    /** The longest ending that leaves a place for what it is about. */
    private static String tail(int code, Bundle.Named more, String link) {
        var shortest = more.count() == 0
                ? " %da: %s".formatted(code, link)
                : " %da, and %d more: %s".formatted(code, more.count(), link);
        var tails = more.count() == 0
                ? Stream.of(" Reply %da to ack, %dr to resolve: %s".formatted(code, code, link))
                : Stream.of(
                        " Reply %da, %dr, and %d more: %sreply ack all: %s"
                                .formatted(code, code, more.count(), services(more), link),
                        " Reply %da, %dr, and %d more, ack all: %s".formatted(code, code, more.count(), link));
        return tails.filter(tail -> Gsm7.septets(tail) <= ONE_SEGMENT - LEAST_ABOUT)
                .findFirst()
                .orElse(shortest);
    }

    /** Any other text, cut to what one message holds; a link at its end is kept whole if it leaves room for words. */
    static String plain(String text) {
        var plain = Gsm7.transliterate(text).strip();
        var link = LINK_AT_END.matcher(plain);
        if (!link.find() || ONE_SEGMENT - Gsm7.septets(link.group()) < LEAST_ABOUT) return Gsm7.cut(plain, ONE_SEGMENT);
        var words = plain.substring(0, link.start());
        return Gsm7.cut(words, ONE_SEGMENT - Gsm7.septets(link.group())) + link.group();
    }

    private static String services(Bundle.Named more) {
        return Gsm7.cut(Gsm7.transliterate(more.services()), LONGEST_LIST) + ", ";
    }

    private static String ended(String sentence) {
        return sentence.isEmpty() || sentence.endsWith(".") ? sentence : sentence + ".";
    }
}
