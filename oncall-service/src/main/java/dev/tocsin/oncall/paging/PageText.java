package dev.tocsin.oncall.paging;

/** Composes a page's text: one segment, in which only the summary is ever cut, never the code or the link. */
final class PageText {
    static final int ONE_SEGMENT = 160;
    private static final int LONGEST_SERVICE = 30;

    private PageText() {}

    /** "checkout: HTTP 503, wanted 200. Reply 4a to ack, 4r to resolve: https://…/a/…", at most 160 septets. */
    static String of(String service, String summary, int code, String link) {
        var name = Gsm7.cut(Gsm7.transliterate(service), LONGEST_SERVICE);
        var tail = " Reply %da to ack, %dr to resolve: %s".formatted(code, code, link);
        var head = (name.isEmpty() ? "Incident" : name) + ": ";
        int room = ONE_SEGMENT - Gsm7.septets(head) - Gsm7.septets(tail);
        var text = Gsm7.transliterate(summary);
        if (text.startsWith(head)) text = text.substring(head.length());
        if (room < 2) return Gsm7.cut(head, Math.max(0, ONE_SEGMENT - Gsm7.septets(tail))) + tail;
        return head + ended(Gsm7.cut(text, room - 1)) + tail;
    }

    /** Any other text, cut to what one message holds. */
    static String plain(String text) {
        return Gsm7.cut(Gsm7.transliterate(text), ONE_SEGMENT);
    }

    private static String ended(String sentence) {
        return sentence.isEmpty() || sentence.endsWith(".") ? sentence : sentence + ".";
    }
}
