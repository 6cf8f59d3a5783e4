package dev.tocsin.monitor.verdict;

import java.util.ArrayList;
import java.util.List;

/** Where a check stands now and what changed on the way, oldest first. */
public record Decision(Standing standing, List<Change> changes) {
    static Decision same(Standing standing) {
        return new Decision(standing, List.of());
    }

    Decision then(Decision next) {
        var all = new ArrayList<>(changes);
        all.addAll(next.changes);
        return new Decision(next.standing, List.copyOf(all));
    }
}
