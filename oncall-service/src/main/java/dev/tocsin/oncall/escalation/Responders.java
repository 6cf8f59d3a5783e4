package dev.tocsin.oncall.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Answers who a policy's steps reach at an instant: policies joined with schedules and teams. */
public interface Responders {

    /** One step: {@code delay} is the wait before the next step (or the next cycle). Targets are resolved by {@link #at}. */
    record Step(Duration delay) {}

    /** A policy as the engine needs it: {@code repeats} more cycles follow the first. */
    record Plan(UUID policyId, String name, int repeats, List<Step> steps) {}

    /** The present plan of a policy; empty steps when it was deleted. */
    Plan plan(UUID policyId);

    /** Ids of the enabled people that step {@code index} (from 0) reaches at {@code when}, each once; empty: nobody. */
    List<UUID> at(UUID policyId, int index, Instant when);
}
