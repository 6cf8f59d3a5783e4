package dev.tocsin.postmortem.publishing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;

import dev.tocsin.postmortem.Problem;
import dev.tocsin.postmortem.draft.Drafts;
import dev.tocsin.postmortem.draft.PostmortemView;
import dev.tocsin.postmortem.draft.PublishedVersion;
import dev.tocsin.postmortem.draft.State;
import dev.tocsin.postmortem.facts.Ref;
import dev.tocsin.postmortem.review.Gate;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;

/** Freezes a report once its gate is open. */
@ApplicationScoped
class Publisher {

    /** What became of the wish to publish. */
    sealed interface Outcome {
        record Published(PostmortemView now) implements Outcome {}

        /** Something is missing; each item names its field. */
        record Incomplete(List<Problem.Fault> missing) implements Outcome {}

        record Conflict(String reason, PostmortemView current) implements Outcome {}
    }

    private final Drafts drafts;
    private final PublicationRepository publications;
    private final Event<Published> news;
    private final Clock clock;
    private final MeterRegistry metrics;

    Publisher(
            Drafts drafts,
            PublicationRepository publications,
            Event<Published> news,
            Clock clock,
            MeterRegistry metrics) {
        this.drafts = drafts;
        this.publications = publications;
        this.news = news;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Publishes the version its author saw. {@code past} dates a report that was published elsewhere before. */
    @Transactional
    Outcome publish(UUID id, int seen, String note, Optional<Instant> past, Ref by) {
        var held = drafts.hold(id);
        if (held.version() != seen) {
            var current = drafts.view(id);
            return new Outcome.Conflict(Drafts.staleness(current), current);
        }
        if (held.state() != State.DRAFT)
            return new Outcome.Conflict("only a draft can be published: reopen it to correct it", drafts.view(id));
        var missing = missing(held, note);
        if (!missing.isEmpty()) return new Outcome.Incomplete(missing);
        var at = past.orElseGet(clock::instant).truncatedTo(ChronoUnit.MILLIS);
        refuseImpossible(at, held.published());
        var version = new PublishedVersion(held.published().size() + 1, at, by, note);
        publications.persist(new Publication(id, version, Snapshot.of(held.content(), held.facts())));
        news.fire(new Published(id, version, held.content(), past.isPresent()));
        metrics.counter("tocsin.postmortem.published", "correction", Boolean.toString(version.n() > 1))
                .increment();
        Log.infof("postmortem published id=%s n=%d", id, version.n());
        return new Outcome.Published(drafts.published(id, version));
    }

    @Transactional
    PublishedView latest(UUID id) {
        return publications
                .latest(id)
                .map(PublishedView::of)
                .orElseThrow(() -> new NotFoundException("postmortem " + id + " is not published"));
    }

    @Transactional
    PublishedView version(UUID id, int number) {
        return publications
                .findByIdOptional(new Publication.Key(id, number))
                .map(PublishedView::of)
                .orElseThrow(() -> new NotFoundException("postmortem " + id + " has no version " + number));
    }

    private static List<Problem.Fault> missing(Drafts.Held held, String note) {
        var missing = new ArrayList<Problem.Fault>();
        for (var item : Gate.missing(held.content(), held.facts())) {
            missing.add(new Problem.Fault(item.field(), item.reason()));
        }
        if (!held.published().isEmpty() && note.isBlank())
            missing.add(new Problem.Fault("note", "say what this correction corrects"));
        return missing;
    }

    private void refuseImpossible(Instant at, List<PublishedVersion> before) {
        if (at.isAfter(clock.instant())) throw Problem.badField("at", "must be in the past");
        if (!before.isEmpty() && at.isBefore(before.getLast().at()))
            throw Problem.badField("at", "must not be before the version it corrects");
    }
}
