package dev.tocsin.postmortem.draft;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response.Status;

import dev.tocsin.postmortem.Problem;
import dev.tocsin.postmortem.facts.Facts;
import dev.tocsin.postmortem.facts.IncidentDocument;
import dev.tocsin.postmortem.facts.Ref;
import dev.tocsin.postmortem.history.Revisions;
import dev.tocsin.postmortem.history.StepKind;
import dev.tocsin.postmortem.history.Trail;
import dev.tocsin.postmortem.report.Content;
import dev.tocsin.postmortem.report.Limits;
import dev.tocsin.postmortem.report.Shape;
import dev.tocsin.postmortem.review.Gate;
import dev.tocsin.postmortem.template.Templates;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;

/** Opens, finds and changes reports; each call is one transaction. */
@ApplicationScoped
public class Drafts {

    /** What became of an incident document. */
    public sealed interface Opening {
        UUID id();

        record Opened(UUID id) implements Opening {}

        /** The incident has its report already; a draft has taken up whatever was new. */
        record Known(UUID id) implements Opening {}
    }

    /** What became of a wish to change a report. */
    public sealed interface Outcome {
        record Done(PostmortemView now) implements Outcome {}

        /** Not changed, and why; {@code current} is what stands. */
        record Conflict(String reason, PostmortemView current) implements Outcome {}

        /** Something is missing; each item names its field. */
        record Incomplete(List<Problem.Fault> missing) implements Outcome {}

        /** Not for this person to do, and why. */
        record Forbidden(String reason) implements Outcome {}
    }

    /** What publishing needs to know of a report it holds the lock of. */
    public record Held(
            UUID id,
            int version,
            State state,
            Round round,
            Facts facts,
            Content content,
            Shape shape,
            List<PublishedVersion> published) {
        /** The gate's list, as a refusal says it. */
        public List<Problem.Fault> missing() {
            return Gate.missing(content, facts, shape).stream()
                    .map(item -> new Problem.Fault(item.field(), item.reason()))
                    .toList();
        }
    }

    private final PostmortemRepository postmortems;
    private final Revisions revisions;
    private final Trail trail;
    private final Templates templates;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Event<Touched> touched;

    Drafts(
            PostmortemRepository postmortems,
            Revisions revisions,
            Trail trail,
            Templates templates,
            Clock clock,
            MeterRegistry metrics,
            Event<Touched> touched) {
        this.postmortems = postmortems;
        this.revisions = revisions;
        this.trail = trail;
        this.templates = templates;
        this.clock = clock;
        this.metrics = metrics;
        this.touched = touched;
    }

    /** Opens the incident's draft, once: the same document again changes nothing. Refuses a document with faults. */
    @Transactional
    public Opening open(IncidentDocument document) {
        refuseFaults(document);
        var known = postmortems.lockByIncident(document.incident().id());
        if (known.isPresent()) {
            if (known.get().remeasure(document))
                Log.infof("postmortem measured anew id=%s incident=%d", known.get().id, known.get().incidentNumber);
            touched.fire(new Touched(known.get().id));
            return new Opening.Known(known.get().id);
        }
        var opened = new Postmortem(UUID.randomUUID(), document, templates.forNew(), now());
        postmortems.persist(opened);
        postmortems.flush();
        revisions.keep(opened.id, opened.version, opened.content, null, null, opened.createdAt);
        trail.note(opened.id, StepKind.OPENED, "", opened.version, null, opened.createdAt);
        touched.fire(new Touched(opened.id));
        metrics.counter("tocsin.postmortem.opened", "severity", opened.severity).increment();
        Log.infof("postmortem opened id=%s incident=%d", opened.id, opened.incidentNumber);
        return new Opening.Opened(opened.id);
    }

    /** @throws Problem.Refusal that names what the document lacks */
    static void refuseFaults(IncidentDocument document) {
        var faults = document.faults().stream()
                .map(f -> new Problem.Fault(f.field(), f.reason()))
                .toList();
        if (!faults.isEmpty()) throw new Problem.Refusal(Status.BAD_REQUEST, "the incident is incomplete", faults);
    }

    boolean has(UUID incident) {
        return postmortems.byIncident(incident).isPresent();
    }

    @Transactional
    public PostmortemView view(UUID id) {
        return PostmortemView.of(postmortems.findByIdOptional(id).orElseThrow(() -> none(id)));
    }

    @Transactional
    PostmortemView viewByIncident(UUID incident) {
        return PostmortemView.of(postmortems
                .byIncident(incident)
                .orElseThrow(() -> new NotFoundException("no postmortem of incident " + incident)));
    }

    /** These reports as lines of a list, in this order; those that are gone are left out. */
    @Transactional
    public List<PostmortemRow> rows(List<UUID> ids) {
        return postmortems.all(ids).stream()
                .sorted(Comparator.comparingInt(postmortem -> ids.indexOf(postmortem.id)))
                .map(PostmortemRow::of)
                .toList();
    }

    /** What a report says now, and as which version. */
    record Written(int version, Content content) {}

    @Transactional
    Written content(UUID id) {
        var postmortem = postmortems.findByIdOptional(id).orElseThrow(() -> none(id));
        return new Written(postmortem.version, postmortem.content);
    }

    /** Saves what was written on top of the version its author saw. Refuses only what breaks a limit. */
    @Transactional
    Outcome save(UUID id, int seen, Content written, Ref by) {
        var broken = Limits.brokenBy(written).stream()
                .map(f -> new Problem.Fault(f.field(), f.reason()))
                .toList();
        if (!broken.isEmpty()) throw new Problem.Refusal(Status.BAD_REQUEST, "the report breaks a limit", broken);
        return write(locked(id), seen, written.withIds(UUID::randomUUID), null, by);
    }

    /** Brings back what an earlier version said, as a new version. */
    @Transactional
    Outcome restore(UUID id, int earlier, int seen, Ref by) {
        var postmortem = locked(id);
        var content = revisions
                .exactly(id, earlier)
                .orElseThrow(() -> new NotFoundException("postmortem " + id + " has no version " + earlier));
        return write(postmortem, seen, content, earlier, by);
    }

    private Outcome write(Postmortem postmortem, int seen, Content written, Integer restoredFrom, Ref by) {
        var wasApproved = postmortem.state == State.APPROVED;
        var change = postmortem.save(seen, written, by, now());
        if (change == Postmortem.Change.DONE) {
            touched.fire(new Touched(postmortem.id));
            revisions.keep(
                    postmortem.id, postmortem.version, postmortem.content, by, restoredFrom, postmortem.updatedAt);
            if (wasApproved) note(postmortem, StepKind.CHANGED_AFTER_APPROVAL, "", by);
        }
        return outcome(postmortem, change, "it is " + postmortem.state.wire() + ": reopen it to change it");
    }

    /** Gives it the shape of a template, or the standard one; what is written stays. */
    @Transactional
    Outcome reshape(UUID id, Optional<UUID> template, int seen, Ref by) {
        var shape = template.map(chosen -> templates
                        .shape(chosen)
                        .orElseThrow(() -> Problem.badField("template", "is no template of ours")))
                .orElse(Shape.STANDARD);
        var postmortem = locked(id);
        var change = postmortem.reshape(seen, shape, by, now());
        if (change == Postmortem.Change.DONE)
            revisions.keep(id, postmortem.version, postmortem.content, by, null, postmortem.updatedAt);
        return outcome(postmortem, change, "it is " + postmortem.state.wire() + ": reopen it to change it");
    }

    /** Asks for a second pair of eyes on a complete report. */
    @Transactional
    public Outcome askForReview(UUID id, int seen, Ref by) {
        var missing = hold(id).missing();
        if (!missing.isEmpty()) return new Outcome.Incomplete(missing);
        var postmortem = locked(id);
        var change = postmortem.askForReview(seen, by, now());
        return step(postmortem, change, StepKind.ASKED_FOR_REVIEW, "", by, "only a draft can go to review");
    }

    /** Approves exactly the version that was seen; by nobody who wrote in it. */
    @Transactional
    public Outcome approve(UUID id, int seen, String comment, Ref by) {
        var missing = hold(id).missing();
        if (!missing.isEmpty()) return new Outcome.Incomplete(missing);
        var postmortem = locked(id);
        var change = postmortem.approve(seen, by, now());
        return step(postmortem, change, StepKind.APPROVED, comment, by, "only a report in review can be approved");
    }

    @Transactional
    public Outcome requestChanges(UUID id, int seen, String comment, Ref by) {
        var postmortem = locked(id);
        var change = postmortem.sendBack(seen, by, now());
        return step(postmortem, change, StepKind.CHANGES_REQUESTED, comment, by, "it is not in review");
    }

    @Transactional
    public Outcome withdraw(UUID id, int seen, Ref by) {
        var postmortem = locked(id);
        var change = postmortem.sendBack(seen, by, now());
        return step(postmortem, change, StepKind.WITHDRAWN, "", by, "it is not in review");
    }

    @Transactional
    Outcome decline(UUID id, String reason, Ref by) {
        var postmortem = locked(id);
        var change = postmortem.decline(reason, by, now());
        var refusal = "only a report at work can be declined; it is " + postmortem.state.wire();
        return step(postmortem, change, StepKind.DECLINED, reason, by, refusal);
    }

    @Transactional
    Outcome reopen(UUID id, Ref by) {
        var postmortem = locked(id);
        var change = postmortem.reopen(by, now());
        return step(postmortem, change, StepKind.REOPENED, "", by, "it is open already");
    }

    private Outcome step(
            Postmortem postmortem, Postmortem.Change change, StepKind kind, String text, Ref by, String refusal) {
        if (change == Postmortem.Change.DONE) note(postmortem, kind, text, by);
        return outcome(postmortem, change, refusal);
    }

    private void note(Postmortem postmortem, StepKind kind, String text, Ref by) {
        trail.note(postmortem.id, kind, text, postmortem.version, by, postmortem.updatedAt);
    }

    /** For a caller that has its own transaction: the report, locked until that ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Held hold(UUID id) {
        var p = locked(id);
        return new Held(p.id, p.version, p.state, p.round, p.facts, p.content, p.shape(), p.publications);
    }

    /** Marks the held report as published and returns what it has become. */
    @Transactional(Transactional.TxType.MANDATORY)
    public PostmortemView published(UUID id, PublishedVersion as) {
        var postmortem = locked(id);
        postmortem.published(as, as.by(), now());
        note(postmortem, StepKind.PUBLISHED, as.note(), as.by());
        return PostmortemView.of(postmortem);
    }

    private Outcome outcome(Postmortem postmortem, Postmortem.Change change, String refusal) {
        var view = PostmortemView.of(postmortem);
        return switch (change) {
            case DONE -> {
                Log.infof("postmortem changed id=%s version=%d state=%s", view.id(), view.version(), view.state());
                yield new Outcome.Done(view);
            }
            case SAME -> new Outcome.Done(view);
            case STALE -> new Outcome.Conflict(staleness(view), view);
            case REFUSED -> new Outcome.Conflict(refusal, view);
            case OWN_WORK -> new Outcome.Forbidden("you wrote in it: somebody who did not must approve it");
        };
    }

    /** Tells whose change came first. */
    public static String staleness(PostmortemView current) {
        return "it was changed by " + current.updatedBy().map(Ref::name).orElse("somebody else")
                + " and is now version " + current.version();
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
