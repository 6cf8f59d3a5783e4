package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A whole schedule: the plans that ruled it one after the other (oldest first), the overrides, and the temporary
 * schedules, which win over both. A plan never reaches back before it took effect, so an edit does not change who was on
 * call.
 */
record Roster(List<Plan> plans, List<Stint> stints, List<Temporary> temporaries) {
    /** Overrides that meet touch different people, so that only the kind decides which is first. */
    private static final Comparator<Stint> BY_KIND = Comparator.comparing(Stint::kind)
            .thenComparing(stint -> stint.replaces() != null)
            .thenComparing(Stint::start)
            .thenComparing(Stint::override);

    Roster {
        stints = stints.stream().sorted(BY_KIND).toList();
    }

    /** The roster after these edits, in their order. */
    static Roster edited(List<Plan> edits, List<Stint> stints, List<Temporary> temporaries) {
        var roster = new Roster(List.of(), stints, temporaries);
        for (var edit : edits) roster = roster.after(edit);
        return roster;
    }

    /** The roster after one more edit, which takes the place of earlier ones that will not have begun before it. */
    Roster after(Plan edit) {
        var ruling = new ArrayList<>(plans);
        ruling.removeIf(earlier -> !earlier.from().isBefore(edit.from()));
        ruling.add(edit);
        return new Roster(List.copyOf(ruling), stints, temporaries);
    }

    /** Who covers {@code when}. */
    Cover at(Instant when) {
        for (var temporary : temporaries) {
            if (temporary.holds(when)) return temporary.at(when);
        }
        var cover = byLayers(when);
        for (var stint : stints) {
            if (stint.holds(when)) cover = stint.on(cover);
        }
        return cover;
    }

    /** Whether this person could be on call at all: who never is need not be looked for. */
    boolean mentions(UUID person) {
        return plans.stream()
                        .flatMap(plan -> plan.layers().stream())
                        .anyMatch(layer -> layer.members().contains(person))
                || stints.stream().anyMatch(stint -> person.equals(stint.person()))
                || temporaries.stream()
                        .flatMap(temporary -> temporary.shifts().stream())
                        .anyMatch(shift -> shift.person().equals(person));
    }

    /** The shifts of [{@code from}, {@code to}): they touch, cover it wholly, and no two neighbours are the same. */
    List<Shift> between(Instant from, Instant to) {
        var shifts = new ArrayList<Shift>();
        var bounds = new ArrayList<>(bounds(from, to));
        for (var i = 0; i < bounds.size(); i++) {
            var start = bounds.get(i);
            var end = i + 1 < bounds.size() ? bounds.get(i + 1) : to;
            var cover = at(start);
            if (!shifts.isEmpty() && shifts.getLast().cover().equals(cover))
                shifts.set(shifts.size() - 1, new Shift(cover, shifts.getLast().start(), end));
            else shifts.add(new Shift(cover, start, end));
        }
        return shifts;
    }

    private Cover byLayers(Instant when) {
        for (var plan : plans.reversed()) {
            if (!when.isBefore(plan.from())) return plan.at(when);
        }
        return Cover.NOBODY;
    }

    private TreeSet<Instant> bounds(Instant from, Instant to) {
        var bounds = new TreeSet<Instant>();
        if (from.isBefore(to)) bounds.add(from);
        for (var i = 0; i < plans.size(); i++) {
            var begin = plans.get(i).from();
            var end = i + 1 < plans.size() ? plans.get(i + 1).from() : to;
            bounds.add(begin);
            plans.get(i).bounds(later(begin, from), end.isBefore(to) ? end : to).forEach(bounds::add);
        }
        Stream.concat(
                        stints.stream().flatMap(stint -> Stream.of(stint.start(), stint.end())),
                        temporaries.stream().flatMap(Temporary::bounds))
                .forEach(bounds::add);
        bounds.removeIf(at -> at.isBefore(from) || !at.isBefore(to));
        return bounds;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
