package dev.tocsin.oncall.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.people.Membership;

/** A {@link Comparison} on the wire; {@code gapsOpened} and {@code gapsClosed} are stretches of nobody. */
record ComparisonView(
        Instant from,
        Instant to,
        List<ChangeView> people,
        List<Comparison.Stretch> gapsOpened,
        List<Comparison.Stretch> gapsClosed) {

    record ChangeView(
            Ref person,
            List<Comparison.Stretch> gained,
            List<Comparison.Stretch> lost,
            Duration before,
            Duration after) {}

    static ComparisonView of(Window window, Comparison comparison, Membership membership) {
        var names = membership.names(
                comparison.people().stream().map(Comparison.Change::person).toList());
        var people = comparison.people().stream()
                .map(change -> new ChangeView(
                        new Ref(change.person(), names.get(change.person())),
                        change.gained(),
                        change.lost(),
                        change.before(),
                        change.after()))
                .sorted(Comparator.comparing(change -> change.person().name()))
                .toList();
        return new ComparisonView(window.start(), window.end(), people, comparison.opened(), comparison.closed());
    }
}
