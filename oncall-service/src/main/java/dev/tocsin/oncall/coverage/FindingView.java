package dev.tocsin.oncall.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.tocsin.oncall.Ref;

/**
 * A {@link Finding} on the wire. {@code when} has the first stretches, at most ten; {@code times} counts all of them, and
 * {@code total} is how long they are together.
 */
record FindingView(
        Finding.Kind kind,
        String text,
        List<Integer> steps,
        Ref person,
        Instant begins,
        int times,
        Duration total,
        List<Finding.Stretch> when) {
    private static final int MOST_STRETCHES = 10;

    static FindingView of(Finding finding, Map<UUID, String> names) {
        return new FindingView(
                finding.kind(),
                text(finding, names),
                finding.steps(),
                finding.person().map(id -> new Ref(id, names.get(id))).orElse(null),
                finding.begins(),
                finding.when().size(),
                finding.when().stream().map(Finding.Stretch::length).reduce(Duration.ZERO, Duration::plus),
                finding.when().stream().limit(MOST_STRETCHES).toList());
    }

    /** What is wrong in one sentence that says nothing of when. */
    static String text(Finding finding, Map<UUID, String> names) {
        var who = finding.person().map(names::get).orElse("somebody");
        var steps = finding.steps().stream().map(String::valueOf).collect(Collectors.joining(" and "));
        return switch (finding.kind()) {
            case POLICY_WITHOUT_STEPS -> "The policy has no steps: nobody is paged";
            case STEP_WITH_NOBODY -> "Step %s reaches nobody at all".formatted(steps);
            case GAP -> "Nobody is on call in step %s".formatted(steps);
            case NO_VERIFIED_METHOD -> "%s is on call without a verified contact method".formatted(who);
            case OPTED_OUT -> "%s is on call with a number that said STOP".formatted(who);
            case SAME_PERSON_TWICE -> "%s is paged by steps %s, and the later brings nobody new".formatted(who, steps);
        };
    }
}
