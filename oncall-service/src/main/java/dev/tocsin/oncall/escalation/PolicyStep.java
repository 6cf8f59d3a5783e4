package dev.tocsin.oncall.escalation;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** One step of a policy: reach the targets, then wait {@code delay} for an answer before the next step. */
public record PolicyStep(Duration delay, List<Target> targets) {

    public PolicyStep {
        targets = List.copyOf(targets);
    }

    /** The people behind the targets, each once, in the order of the targets. */
    List<UUID> people(Function<Target, List<UUID>> behind) {
        var people = new LinkedHashSet<UUID>();
        for (var target : targets) people.addAll(behind.apply(target));
        return List.copyOf(people);
    }
}
