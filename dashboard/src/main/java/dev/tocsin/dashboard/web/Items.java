package dev.tocsin.dashboard.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list as the services send it.
 *
 * @param next opaque cursor of the following page, null on the last
 */
public record Items<T>(List<T> items, String next) {
    /** The most entries asked for at once; the services allow no more. */
    public static final int MOST = 200;

    private static final int PAGES = 10;

    /** Follows the cursors, for lists a page offers as choices; stops after 2,000 entries. */
    public static <T> List<T> all(Function<String, Items<T>> page) {
        var all = new ArrayList<T>();
        String cursor = null;
        for (int i = 0; i < PAGES; i++) {
            var items = page.apply(cursor);
            all.addAll(items.items());
            cursor = items.next();
            if (cursor == null) break;
        }
        return List.copyOf(all);
    }
}
