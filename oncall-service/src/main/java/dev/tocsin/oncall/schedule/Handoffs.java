package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** When the people on call change. Pure. */
final class Handoffs {
    private Handoffs() {}

    /** Changes later than {@code after} and up to {@code until} of these rosters, by schedule, in order of time. */
    static List<OnCall.Handoff> of(Map<UUID, Roster> rosters, Instant after, Instant until) {
        var handoffs = new ArrayList<OnCall.Handoff>();
        rosters.forEach((schedule, roster) -> {
            var stretches = stretches(roster, after, until.plusNanos(1));
            for (var i = 1; i < stretches.size(); i++) {
                var before = stretches.get(i - 1).people();
                var now = stretches.get(i);
                handoffs.add(new OnCall.Handoff(
                        schedule, now.start(), without(now.people(), before), without(before, now.people())));
            }
        });
        handoffs.sort(Comparator.comparing(OnCall.Handoff::at).thenComparing(OnCall.Handoff::schedule));
        return List.copyOf(handoffs);
    }

    /** [{@code from}, {@code to}) cut where the people change, not where only the reason does. */
    static List<OnCall.Stretch> stretches(Roster roster, Instant from, Instant to) {
        var stretches = new ArrayList<OnCall.Stretch>();
        for (var shift : roster.between(from, to)) {
            var people = shift.cover().people().stream().sorted().toList();
            if (!stretches.isEmpty() && stretches.getLast().people().equals(people))
                stretches.set(
                        stretches.size() - 1,
                        new OnCall.Stretch(stretches.getLast().start(), shift.end(), people));
            else stretches.add(new OnCall.Stretch(shift.start(), shift.end(), people));
        }
        return List.copyOf(stretches);
    }

    private static List<UUID> without(List<UUID> people, List<UUID> others) {
        return people.stream().filter(person -> !others.contains(person)).toList();
    }
}
