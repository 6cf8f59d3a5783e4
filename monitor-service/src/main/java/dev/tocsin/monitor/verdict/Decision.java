package dev.tocsin.monitor.verdict;

import java.util.List;
import java.util.stream.Stream;

/** Where a check stands now, and what happened on the way, oldest first. */
public record Decision(Standing standing, List<Change> changes, List<Unconfirmed> unconfirmed) {

    static Decision same(Standing standing) {
        return new Decision(standing, List.of(), List.of());
    }

    static Decision of(Standing standing, Change change) {
        return new Decision(standing, List.of(change), List.of());
    }

    Decision then(Decision next) {
        return new Decision(next.standing, joined(changes, next.changes), joined(unconfirmed, next.unconfirmed));
    }

    Decision with(Standing after) {
        return new Decision(after, changes, unconfirmed);
    }

    /** Nothing that would have to be written. */
    public boolean leaves(Standing before) {
        return standing.equals(before) && changes.isEmpty() && unconfirmed.isEmpty();
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
