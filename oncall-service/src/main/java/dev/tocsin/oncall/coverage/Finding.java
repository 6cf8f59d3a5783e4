package dev.tocsin.oncall.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Something that would go wrong.
 *
 * @param steps which steps of the policy it concerns, from 1; empty: the whole policy
 * @param person whom it concerns
 * @param when stretches in which it is so, soonest first; never empty
 */
record Finding(Kind kind, List<Integer> steps, Optional<UUID> person, List<Stretch> when) {

    /** What is wrong; the worst first. */
    enum Kind {
        /** The policy has no steps at all. */
        @JsonProperty("policy-without-steps")
        POLICY_WITHOUT_STEPS,
        /** A step never reaches anybody. */
        @JsonProperty("step-with-nobody")
        STEP_WITH_NOBODY,
        /** For a while a step reaches nobody. */
        @JsonProperty("gap")
        GAP,
        /** Somebody is on call who has no verified method. */
        @JsonProperty("no-verified-method")
        NO_VERIFIED_METHOD,
        /** Somebody is on call whose number said STOP. */
        @JsonProperty("opted-out")
        OPTED_OUT,
        /** The same person is paged by several steps, and a later one reaches nobody else: escalating changes nothing. */
        @JsonProperty("same-person-twice")
        SAME_PERSON_TWICE
    }

    /** From {@code start} until just before {@code end}. */
    record Stretch(Instant start, Instant end) {
        Duration length() {
            return Duration.between(start, end);
        }
    }

    Instant begins() {
        return when.getFirst().start();
    }

    /** Names what is wrong, not when: the same gap of next week is the same subject. */
    String subject(UUID service) {
        return "%s %s %s %s"
                .formatted(service, kind, steps, person.map(UUID::toString).orElse("-"));
    }
}
