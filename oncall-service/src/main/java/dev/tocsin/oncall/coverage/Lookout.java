package dev.tocsin.oncall.coverage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.tocsin.oncall.coverage.Finding.Kind;
import dev.tocsin.oncall.coverage.Finding.Stretch;
import dev.tocsin.oncall.schedule.OnCall;

/**
 * What would go wrong with one service from {@code from} until {@code to}. Pure.
 *
 * @param steps for each step of the policy, for each of its targets, who is behind it when; each covers the window
 */
record Lookout(Instant from, Instant to, List<List<List<OnCall.Stretch>>> steps, Map<UUID, Reach> reach) {

    /** Whether somebody can be paged, and whether one of their numbers said STOP. */
    record Reach(boolean reachable, boolean optedOut) {}

    /** Everybody whom each step reaches, the same from {@code start} until just before {@code end}. */
    private record Moment(Instant start, Instant end, List<List<UUID>> steps) {
        private boolean empty(int step) {
            return steps.get(step).isEmpty();
        }

        private List<Integer> stepsOf(UUID person) {
            return IntStream.range(0, steps.size())
                    .filter(step -> steps.get(step).contains(person))
                    .mapToObj(step -> step + 1)
                    .toList();
        }

        /** The first step of somebody and each later one that reaches them and nobody whom no step before it did. */
        private List<Integer> idleStepsOf(UUID person) {
            var all = stepsOf(person);
            return all.stream()
                    .filter(step -> step.equals(all.getFirst()) || bringsNobodyNew(step - 1))
                    .toList();
        }

        private boolean bringsNobodyNew(int step) {
            return steps.subList(0, step).stream()
                    .flatMap(List::stream)
                    .collect(Collectors.toSet())
                    .containsAll(steps.get(step));
        }
    }

    /** What is wrong, the worst first. */
    List<Finding> findings() {
        if (steps.isEmpty())
            return List.of(new Finding(
                    Kind.POLICY_WITHOUT_STEPS, List.of(), Optional.empty(), List.of(new Stretch(from, to))));
        var moments = moments();
        var findings = new ArrayList<Finding>();
        for (var step = 0; step < steps.size(); step++) findings.addAll(holes(step, moments));
        for (var person : everybody(moments)) {
            findings.addAll(unreachable(person, moments));
            findings.addAll(twice(person, moments));
        }
        findings.sort(Comparator.comparing(Finding::kind).thenComparing(Finding::begins));
        return List.copyOf(findings);
    }

    private List<Finding> holes(int step, List<Moment> moments) {
        var empty = when(moments, moment -> moment.empty(step));
        if (empty.isEmpty()) return List.of();
        var always = empty.equals(List.of(new Stretch(from, to)));
        var kind = always ? Kind.STEP_WITH_NOBODY : Kind.GAP;
        return List.of(new Finding(kind, List.of(step + 1), Optional.empty(), empty));
    }

    private List<Finding> unreachable(UUID person, List<Moment> moments) {
        var can = reach.getOrDefault(person, new Reach(false, false));
        if (can.reachable() && !can.optedOut()) return List.of();
        var kind = can.optedOut() ? Kind.OPTED_OUT : Kind.NO_VERIFIED_METHOD;
        var onCall = when(moments, moment -> !moment.stepsOf(person).isEmpty());
        return List.of(new Finding(kind, List.of(), Optional.of(person), onCall));
    }

    /**
     * One finding for each set of steps that page somebody again to no end. A step that also reaches others, such as all of
     * a team, is none: who slept through the first page is not alone with the second.
     */
    private static List<Finding> twice(UUID person, List<Moment> moments) {
        var sets = new TreeMap<String, List<Integer>>();
        for (var moment : moments) {
            var steps = moment.idleStepsOf(person);
            if (steps.size() > 1) sets.put(steps.toString(), steps);
        }
        return sets.values().stream()
                .map(steps -> new Finding(
                        Kind.SAME_PERSON_TWICE,
                        steps,
                        Optional.of(person),
                        when(moments, moment -> moment.idleStepsOf(person).equals(steps))))
                .toList();
    }

    private List<Moment> moments() {
        var bounds = new TreeSet<Instant>();
        steps.forEach(
                targets -> targets.forEach(stretches -> stretches.forEach(stretch -> bounds.add(stretch.start()))));
        bounds.add(from);
        var moments = new ArrayList<Moment>();
        for (var start : bounds) {
            var end = bounds.higher(start);
            var people = steps.stream().map(targets -> people(targets, start)).toList();
            moments.add(new Moment(start, end == null ? to : end, people));
        }
        return moments;
    }

    private static List<UUID> people(List<List<OnCall.Stretch>> targets, Instant when) {
        return targets.stream()
                .flatMap(stretches -> stretches.stream()
                        .filter(stretch -> !when.isBefore(stretch.start()) && when.isBefore(stretch.end()))
                        .flatMap(stretch -> stretch.people().stream()))
                .distinct()
                .toList();
    }

    private static TreeSet<UUID> everybody(List<Moment> moments) {
        var people = new TreeSet<UUID>();
        moments.forEach(moment -> moment.steps().forEach(people::addAll));
        return people;
    }

    private static List<Stretch> when(List<Moment> moments, Predicate<Moment> holds) {
        var stretches = new ArrayList<Stretch>();
        for (var moment : moments) {
            if (!holds.test(moment)) continue;
            if (!stretches.isEmpty() && stretches.getLast().end().equals(moment.start()))
                stretches.set(
                        stretches.size() - 1, new Stretch(stretches.getLast().start(), moment.end()));
            else stretches.add(new Stretch(moment.start(), moment.end()));
        }
        return List.copyOf(stretches);
    }
}
