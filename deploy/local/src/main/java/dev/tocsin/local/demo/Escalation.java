package dev.tocsin.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Who would have been paged about a service, in what order. */
interface Escalation {

    /** These people are paged this long after the trigger. */
    record Step(Duration after, List<String> people) {}

    /** The steps of one cycle for an incident triggered then; each reaches somebody, the first at once. */
    List<Step> from(String service, Instant triggeredAt);
}
