package dev.tocsin.oncall.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What an edit would change: who gains and who loses which shifts, and where nobody would be on call. Pure.
 *
 * @param opened stretches that would have nobody and have somebody now
 * @param closed stretches that would have somebody and have nobody now
 */
record Comparison(List<Change> people, List<Stretch> opened, List<Stretch> closed) {

    /** From {@code start} until just before {@code end}. */
    record Stretch(Instant start, Instant end) {
        private Duration length() {
            return Duration.between(start, end);
        }
    }

    /** One person: {@code before} and {@code after} are their whole time on call; nobody is listed without a change. */
    record Change(UUID person, List<Stretch> gained, List<Stretch> lost, Duration before, Duration after) {}

    /** Compares two rosters over [{@code from}, {@code to}). */
    static Comparison of(Roster before, Roster after, Instant from, Instant to) {
        var was = before.between(from, to);
        var willBe = after.between(from, to);
        var people = new TreeMap<UUID, Change>();
        Stream.concat(was.stream(), willBe.stream())
                .flatMap(shift -> shift.cover().people().stream())
                .forEach(person -> people.computeIfAbsent(person, id -> change(id, was, willBe)));
        return new Comparison(
                people.values().stream()
                        .filter(change ->
                                !change.gained().isEmpty() || !change.lost().isEmpty())
                        .toList(),
                without(empty(willBe), empty(was)),
                without(empty(was), empty(willBe)));
    }

    private static Change change(UUID person, List<Shift> was, List<Shift> willBe) {
        var before = of(person, was);
        var after = of(person, willBe);
        return new Change(person, without(after, before), without(before, after), total(before), total(after));
    }

    private static List<Stretch> of(UUID person, List<Shift> shifts) {
        return Spell.of(shifts).stream()
                .filter(spell -> spell.duty().person().equals(person))
                .map(spell -> new Stretch(spell.start(), spell.end()))
                .toList();
    }

    private static List<Stretch> empty(List<Shift> shifts) {
        return shifts.stream()
                .filter(shift -> shift.cover().nobody())
                .map(shift -> new Stretch(shift.start(), shift.end()))
                .toList();
    }

    /** What is left of {@code stretches}, each for itself, when {@code others} are cut out. */
    private static List<Stretch> without(List<Stretch> stretches, List<Stretch> others) {
        var left = new ArrayList<Stretch>();
        for (var stretch : stretches) {
            var rest = Optional.of(stretch);
            for (var other : others) {
                if (rest.isEmpty() || !other.start().isBefore(rest.get().end())) break;
                var whole = rest.get();
                if (!other.end().isAfter(whole.start())) continue;
                if (other.start().isAfter(whole.start())) left.add(new Stretch(whole.start(), other.start()));
                rest = other.end().isBefore(whole.end())
                        ? Optional.of(new Stretch(other.end(), whole.end()))
                        : Optional.empty();
            }
            rest.ifPresent(left::add);
        }
        return List.copyOf(left);
    }

    /** A cover holds each person once, so that nobody's stretches overlap. */
    private static Duration total(List<Stretch> stretches) {
        return stretches.stream().map(Stretch::length).reduce(Duration.ZERO, Duration::plus);
    }
}
