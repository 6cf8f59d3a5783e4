package dev.tocsin.postmortem.draft;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;

import dev.tocsin.postmortem.Problem;
import dev.tocsin.postmortem.facts.Correctable;
import dev.tocsin.postmortem.facts.Correction;
import dev.tocsin.postmortem.facts.Curve;
import dev.tocsin.postmortem.facts.Fact;
import dev.tocsin.postmortem.facts.Ref;
import dev.tocsin.postmortem.history.StepKind;
import dev.tocsin.postmortem.history.Trail;
import io.quarkus.logging.Log;

/** Keeps a report's facts: what people correct, what the check saw, who sees to the report. Each call is one transaction. */
@ApplicationScoped
public class Measuring {
    /** What one must know to ask for what the check saw; {@code seen} is what is kept of it now. */
    public record Asked(
            Optional<UUID> check,
            Instant detected,
            Optional<Instant> impactStart,
            Optional<Instant> resolved,
            Fact<Curve> seen) {}

    private final PostmortemRepository postmortems;
    private final Trail trail;
    private final Clock clock;

    Measuring(PostmortemRepository postmortems, Trail trail, Clock clock) {
        this.postmortems = postmortems;
        this.trail = trail;
        this.clock = clock;
    }

    /** Puts a value in place of a measured one; an empty value takes the correction back. The reason stays on record. */
    @Transactional
    Drafts.Outcome correct(UUID id, Correctable fact, Optional<String> value, String reason, Ref by) {
        value.flatMap(fact::fault).ifPresent(fault -> {
            throw Problem.badField("value", fault);
        });
        var postmortem = locked(id);
        var wasApproved = postmortem.state == State.APPROVED;
        var change = postmortem.correct(new Correction(fact, value, reason, by, now()));
        if (wasApproved) trail.note(id, StepKind.CHANGED_AFTER_APPROVAL, "", postmortem.version, by, now());
        Log.infof("fact corrected id=%s fact=%s outcome=%s", id, fact.wire(), change);
        return outcome(postmortem, change, "it is " + postmortem.state.wire() + ": reopen it to correct it");
    }

    /** Names the person who sees to it that the report gets written. */
    @Transactional
    Drafts.Outcome own(UUID id, Ref owner) {
        var postmortem = locked(id);
        return outcome(postmortem, postmortem.own(owner), "it is " + postmortem.state.wire() + ": reopen it first");
    }

    /** What to ask the check's monitor about. */
    @Transactional
    public Asked asked(UUID id) {
        var p = postmortems.findByIdOptional(id).orElseThrow(() -> none(id));
        return new Asked(
                checkOf(p),
                p.facts.triggeredAt().value(),
                p.content.summary().impactStart(),
                Optional.ofNullable(p.facts.resolvedAt().value()),
                p.facts.probe());
    }

    /** Keeps what the check saw, or that it cannot be known. Nobody's editor is disturbed by it. */
    @Transactional
    public void saw(UUID id, Fact<Curve> seen) {
        var postmortem = locked(id);
        postmortem.saw(seen);
        Log.infof("probe graph kept id=%s state=%s", id, seen.state());
    }

    private static Optional<UUID> checkOf(Postmortem p) {
        try {
            return Optional.ofNullable(p.checkId).map(UUID::fromString);
        } catch (IllegalArgumentException foreign) {
            return Optional.empty(); // a check of another tool
        }
    }

    private static Drafts.Outcome outcome(Postmortem postmortem, Postmortem.Change change, String refusal) {
        var view = PostmortemView.of(postmortem);
        return change == Postmortem.Change.DONE
                ? new Drafts.Outcome.Done(view)
                : new Drafts.Outcome.Conflict(refusal, view);
    }

    private Postmortem locked(UUID id) {
        return postmortems.lock(id).orElseThrow(() -> none(id));
    }

    private static NotFoundException none(UUID id) {
        return new NotFoundException("no postmortem " + id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
