package dev.tocsin.postmortem.publishing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;

import dev.tocsin.postmortem.Problem;
import dev.tocsin.postmortem.draft.Drafts;
import dev.tocsin.postmortem.draft.Drafts.Outcome;
import dev.tocsin.postmortem.draft.PublishedVersion;
import dev.tocsin.postmortem.draft.Round;
import dev.tocsin.postmortem.draft.State;
import dev.tocsin.postmortem.facts.Ref;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;

/** Freezes a report once its gate is open and somebody who did not write it has approved it. */
@ApplicationScoped
class Publisher {

    private final Drafts drafts;
    private final PublicationRepository publications;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Event<Published> published;

    Publisher(
            Drafts drafts,
            PublicationRepository publications,
            Clock clock,
            MeterRegistry metrics,
            Event<Published> published) {
        this.drafts = drafts;
        this.publications = publications;
        this.clock = clock;
        this.metrics = metrics;
        this.published = published;
    }

    /** Publishes the version its publisher saw, once it is complete and a second person stands for it. */
    @Transactional
    Outcome publish(UUID id, PublishingResource.Publishing request, Ref by) {
        var held = drafts.hold(id);
        if (held.version() != request.version()) {
            var current = drafts.view(id);
            return new Outcome.Conflict(Drafts.staleness(current), current);
        }
        if (!held.state().isOpen())
            return new Outcome.Conflict("it is " + held.state().wire() + ": reopen it to correct it", drafts.view(id));
        var missing = missing(held, request.note());
        if (!missing.isEmpty()) return new Outcome.Incomplete(missing);
        var imported = request.at().isPresent();
        if (held.state() != State.APPROVED && request.unreviewed().isEmpty() && !imported)
            return new Outcome.Conflict("somebody who did not write it must approve it first", drafts.view(id));
        var at = request.at().orElseGet(clock::instant).truncatedTo(ChronoUnit.MILLIS);
        refuseImpossible(at, held.published());
        var version = version(held, request, at, by);
        // Flushed, since those who hear of it write rows that hang on it.
        publications.persistAndFlush(new Publication(id, version, Snapshot.of(held.content(), held.facts())));
        published.fire(new Published(id, version.n(), at, imported));
        metrics.counter("tocsin.postmortem.published", "correction", Boolean.toString(version.n() > 1))
                .increment();
        Log.infof("postmortem published id=%s n=%d", id, version.n());
        return new Outcome.Done(drafts.published(id, version));
    }

    private static PublishedVersion version(
            Drafts.Held held, PublishingResource.Publishing request, Instant at, Ref by) {
        var approver = held.round()
                .approved()
                .map(Round.Mark::by)
                .or(() -> request.approvedBy().filter(_ -> request.at().isPresent()))
                .orElse(null);
        var unreviewed = approver != null || request.unreviewed().isEmpty() ? null : request.unreviewed();
        return new PublishedVersion(held.published().size() + 1, at, by, request.note(), approver, unreviewed);
    }

    /** What readers would be given if it were published now; nothing is kept. */
    @Transactional
    PublishedView preview(UUID id, Ref by) {
        var held = drafts.hold(id);
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var approver = held.round().approved().map(Round.Mark::by).orElse(null);
        var next = new PublishedVersion(held.published().size() + 1, at, by, "", approver, null);
        return PublishedView.of(new Publication(id, next, Snapshot.of(held.content(), held.facts())));
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
        var missing = new ArrayList<>(held.missing());
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
