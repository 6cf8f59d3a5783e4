package dev.tocsin.oncall.reply;

import java.util.List;

import dev.tocsin.oncall.paging.SmsText;

/** Writes a list into a text so that what does not fit is counted, never cut in the middle. Pure. */
final class SmsList {
    /** Two parts of a text: 153 places each. */
    static final int TWO_PARTS = 306;

    private static final String BETWEEN = "; ";

    private SmsList() {}

    /** As many items as fit behind {@code head}, then how many more there are and where they stand. */
    static String of(String head, List<String> items, long total, String where) {
        var text = new StringBuilder(head);
        int written = 0;
        for (var item : items) {
            var next = (written == 0 ? "" : BETWEEN) + item;
            boolean last = written + 1 == total;
            int room = TWO_PARTS - (last ? 0 : SmsText.length(more(total - written - 1, where)));
            if (SmsText.length(text + next) > room) break;
            text.append(next);
            written++;
        }
        if (written < total) text.append(more(total - written, where));
        return text.toString();
    }

    private static String more(long count, String where) {
        return "; and %d more: %s".formatted(count, where);
    }
}
