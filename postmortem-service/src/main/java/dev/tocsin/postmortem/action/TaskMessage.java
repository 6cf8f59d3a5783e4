package dev.tocsin.postmortem.action;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** One thing to say to one person of one task; sent until oncall-service has taken it, at ever longer distances. */
@Entity
class TaskMessage {
    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 10;

    @Id
    UUID id;

    UUID taskId;
    UUID personId;
    String kind;
    String subject;
    String body;
    Instant createdAt;
    int tries;
    Instant nextTryAt;
    Instant endedAt;
    String outcome;

    protected TaskMessage() {}

    /** Counts a try before it is made: should we fall over meanwhile, the next one comes by itself. */
    void claim(Instant now) {
        tries++;
        var wait = FIRST.multipliedBy(1L << Math.min(tries - 1, DOUBLINGS));
        nextTryAt = now.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
    }

    void end(String as, Instant now) {
        outcome = as;
        endedAt = now;
        nextTryAt = null;
    }

    void failed(String why) {
        outcome = why;
    }
}
