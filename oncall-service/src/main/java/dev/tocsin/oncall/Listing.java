package dev.tocsin.oncall;

import java.util.List;
import java.util.function.Function;

/** One stretch of a list; {@code next} is where the following stretch begins, null at the end. */
public record Listing<T>(List<T> items, String next) {

    /** A list short enough to come whole. */
    public static <T> Listing<T> whole(List<T> items) {
        return new Listing<>(items, null);
    }

    /** The first {@code limit} of {@code found}, which was asked for one more to know whether anything follows. */
    public static <T> Listing<T> upTo(int limit, List<T> found, Function<T, Cursor> cursorOf) {
        if (found.size() <= limit) return whole(found);
        var items = found.subList(0, limit);
        return new Listing<>(items, cursorOf.apply(items.getLast()).text());
    }

    public <R> Listing<R> map(Function<? super T, ? extends R> view) {
        return new Listing<>(items.stream().<R>map(view).toList(), next);
    }
}
