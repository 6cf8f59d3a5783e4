package dev.tocsin.monitor.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/** All checks there are, as people see them, for other rooms. */
@ApplicationScoped
public class CheckBook {
    private static final int PAGE = 200;

    private final CheckViews views;

    CheckBook(CheckViews views) {
        this.views = views;
    }

    /** By name. */
    public List<CheckView> all() {
        var everything = new CheckViews.Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        var all = new ArrayList<CheckView>();
        var cursor = Optional.<String>empty();
        do {
            var page = views.page(everything, cursor.flatMap(Cursor::parse), PAGE);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent());
        return all;
    }
}
