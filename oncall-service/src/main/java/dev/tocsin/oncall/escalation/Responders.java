package dev.tocsin.oncall.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.oncall.schedule.OnCall;

/** Answers who a policy's steps reach at an instant: policies joined with schedules and teams. */
public interface Responders {

    /** One step: {@code delay} is the wait before the next step (or the next cycle). Targets are resolved by {@link #at}. */
    record Step(Duration delay) {}

    /** A policy as the engine needs it: {@code repeats} more cycles follow the first. */
    record Plan(UUID policyId, String name, int repeats, List<Step> steps) {}

    /** The present plan of a policy; empty steps when it was deleted. */
    Plan plan(UUID policyId);

    /**
     * Somebody whom a target of a step reaches; {@code person} is empty when there is nobody behind the target. One
     * person may be reached more than once. {@code duty} says what put them on call, when the target is a schedule.
     */
    record Reach(Target target, String targetName, Optional<UUID> person, Optional<OnCall.OnDuty> duty) {}

    /** Whom step {@code index} (from 0) reaches at {@code when}, and by which of its targets, in their order. */
    List<Reach> reach(UUID policyId, int index, Instant when);

    /** Ids of the enabled people that step {@code index} (from 0) reaches at {@code when}, each once; empty: nobody. */
    List<UUID> at(UUID policyId, int index, Instant when);
}
