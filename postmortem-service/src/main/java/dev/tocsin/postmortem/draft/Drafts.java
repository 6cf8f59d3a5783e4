package dev.tocsin.postmortem.draft;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
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
import dev.tocsin.postmortem.report.Content;
import dev.tocsin.postmortem.report.Limits;
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
    }

    /** What publishing needs to know of a report it holds the lock of. */
    public record Held(
            UUID id, int version, State state, Facts facts, Content content, List<PublishedVersion> published) {}

    private final PostmortemRepository postmortems;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Event<Touched> touched;

    Drafts(PostmortemRepository postmortems, Clock clock, MeterRegistry metrics, Event<Touched> touched) {
        this.postmortems = postmortems;
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
            if (known.get().remeasure(document, now()))
                Log.infof("postmortem measured anew id=%s incident=%d", known.get().id, known.get().incidentNumber);
            touched.fire(new Touched(known.get().id));
            return new Opening.Known(known.get().id);
        }
        var opened = new Postmortem(UUID.randomUUID(), document, now());
        postmortems.persist(opened);
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

    /** Saves what was written on top of the version its author saw. Refuses only what breaks a limit. */
    @Transactional
    Outcome save(UUID id, int seen, Content written, Ref by) {
        var broken = Limits.brokenBy(written).stream()
                .map(f -> new Problem.Fault(f.field(), f.reason()))
                .toList();
        if (!broken.isEmpty()) throw new Problem.Refusal(Status.BAD_REQUEST, "the report breaks a limit", broken);
        var postmortem = locked(id);
        var change = postmortem.save(seen, written.withIds(UUID::randomUUID), by, now());
        if (change == Postmortem.Change.DONE) touched.fire(new Touched(id));
        return outcome(postmortem, change, "it is " + postmortem.state.wire() + ": reopen it to change it");
    }

    @Transactional
    Outcome decline(UUID id, String reason, Ref by) {
        var postmortem = locked(id);
        var change = postmortem.decline(reason, by, now());
        return outcome(postmortem, change, "only a draft can be declined; it is " + postmortem.state.wire());
    }

    @Transactional
    Outcome reopen(UUID id, Ref by) {
        var postmortem = locked(id);
        return outcome(postmortem, postmortem.reopen(by, now()), "it is open already");
    }

    /** For a caller that has its own transaction: the report, locked until that ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Held hold(UUID id) {
        var p = locked(id);
        return new Held(p.id, p.version, p.state, p.facts, p.content, p.publications);
    }

    /** Marks the held report as published and returns what it has become. */
    @Transactional(Transactional.TxType.MANDATORY)
    public PostmortemView published(UUID id, PublishedVersion as) {
        var postmortem = locked(id);
        postmortem.published(as, as.by(), now());
        return PostmortemView.of(postmortem);
    }

    private Outcome outcome(Postmortem postmortem, Postmortem.Change change, String refusal) {
        var view = PostmortemView.of(postmortem);
        return switch (change) {
            case DONE -> {
                Log.infof("postmortem changed id=%s version=%d state=%s", view.id(), view.version(), view.state());
                yield new Outcome.Done(view);
            }
            case STALE -> new Outcome.Conflict(staleness(view), view);
            case REFUSED -> new Outcome.Conflict(refusal, view);
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
