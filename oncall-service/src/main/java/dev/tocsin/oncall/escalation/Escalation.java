package dev.tocsin.oncall.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;

/**
 * Decides which step of a policy comes next and when the one after it is due. Pure: the caller says who is reachable
 * and writes down what was decided.
 */
public final class Escalation {
    /** However short a policy's delays, a pass over it lasts this long, so that a repeat cannot spin. */
    static final Duration SHORTEST_PASS = Duration.ofMinutes(1);

    private Escalation() {}

    /**
     * Where an incident stands. {@code cycle} names each pass over the policy and only grows; {@code round} counts the
     * passes since the last trigger and is what {@code repeats} bounds; {@code step} is the last one reached, from 1,
     * or 0 before the first.
     */
    public record Position(int cycle, int round, int step) {
        public static final Position START = new Position(1, 1, 0);

        /** After an acknowledgement was forgotten or taken back: the policy begins anew. */
        public Position anew() {
            return new Position(cycle + 1, 1, 0);
        }

        private Position repeated() {
            return new Position(cycle + 1, round + 1, 0);
        }

        private Position at(int reached) {
            return new Position(cycle, round, reached);
        }
    }

    /** One thing that happened while escalating, in order. */
    public sealed interface Move {
        /** These people are to be paged. */
        record Reached(int cycle, int step, List<UUID> people) implements Move {}

        /** Nobody is on call or reachable for this step: the next follows at once. */
        record Skipped(int cycle, int step) implements Move {}

        /** The policy begins again. */
        record Repeated(int cycle) implements Move {}

        /** A whole pass found nobody; someone else must be told. {@code step} is one past the policy's last. */
        record NobodyAtAll(int cycle, int step) implements Move {}

        /** The last repeat is over; nothing more happens by itself. */
        record Exhausted(int cycle) implements Move {}
    }

    /** What happened, where the incident stands now, and when to look again (empty: never by itself). */
    public record Outcome(List<Move> moves, Position position, Optional<Instant> next) {}

    /** A step to come and when, were nobody to answer. */
    public record Ahead(Instant at, int step) {}

    /** The step that is due now. {@code reachable} gives the people of a step by index from 0 who can be paged. */
    public static Outcome advance(Responders.Plan plan, Position from, Instant now, IntFunction<List<UUID>> reachable) {
        var moves = new ArrayList<Move>();
        var position = from;
        var steps = plan.steps().size();
        for (int tried = 0; tried < steps; tried++) {
            if (position.step() >= steps) {
                if (position.round() > plan.repeats()) return exhausted(moves, position);
                position = position.repeated();
                moves.add(new Move.Repeated(position.cycle()));
            }
            int index = position.step();
            position = position.at(index + 1);
            var people = reachable.apply(index);
            if (!people.isEmpty()) {
                moves.add(new Move.Reached(position.cycle(), position.step(), people));
                return new Outcome(moves, position, Optional.of(now.plus(waitAfter(plan, index))));
            }
            moves.add(new Move.Skipped(position.cycle(), position.step()));
        }
        if (steps == 0 && from.step() > 0) {
            if (from.round() > plan.repeats()) return exhausted(moves, from);
            position = from.repeated();
            moves.add(new Move.Repeated(position.cycle()));
        }
        position = position.at(steps + 1);
        moves.add(new Move.NobodyAtAll(position.cycle(), position.step()));
        return new Outcome(moves, position, Optional.of(now.plus(pass(plan))));
    }

    /** A person asked for the next step now; past the end of the policy it begins anew, whatever its repeats. */
    public static Outcome byHand(Responders.Plan plan, Position from, Instant now, IntFunction<List<UUID>> reachable) {
        return advance(plan, from.step() >= plan.steps().size() ? from.anew() : from, now, reachable);
    }

    /** The steps to come until the policy is exhausted, at most {@code limit}, were nobody to answer. */
    public static List<Ahead> ahead(Responders.Plan plan, Position from, Instant next, int limit) {
        var ahead = new ArrayList<Ahead>();
        int steps = plan.steps().size();
        int index = from.step();
        int round = from.round();
        var at = next;
        while (steps > 0 && ahead.size() < limit) {
            if (index >= steps) {
                if (round > plan.repeats()) break;
                round++;
                index = 0;
            }
            ahead.add(new Ahead(at, index + 1));
            at = at.plus(waitAfter(plan, index));
            index++;
        }
        return ahead;
    }

    private static Outcome exhausted(List<Move> moves, Position position) {
        moves.add(new Move.Exhausted(position.cycle()));
        return new Outcome(moves, position, Optional.empty());
    }

    /** The last step's wait is stretched so that the pass as a whole is no shorter than {@link #SHORTEST_PASS}. */
    private static Duration waitAfter(Responders.Plan plan, int index) {
        var delay = plan.steps().get(index).delay();
        if (index < plan.steps().size() - 1) return delay;
        var missing = SHORTEST_PASS.minus(total(plan));
        return missing.isPositive() ? delay.plus(missing) : delay;
    }

    private static Duration pass(Responders.Plan plan) {
        var total = total(plan);
        return total.compareTo(SHORTEST_PASS) < 0 ? SHORTEST_PASS : total;
    }

    private static Duration total(Responders.Plan plan) {
        return plan.steps().stream().map(Responders.Step::delay).reduce(Duration.ZERO, Duration::plus);
    }
}
