package dev.tocsin.oncall.paging;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.incident.EntryKind;
import dev.tocsin.oncall.incident.Incidents;
import dev.tocsin.oncall.paging.PageAttempt.Outcome;
import dev.tocsin.oncall.paging.PageAttempt.SettledBy;
import dev.tocsin.oncall.paging.TwilioErrors.Reaction;
import dev.tocsin.oncall.people.Directory.PersonRef;

/** What becomes of calls: that somebody hears one is a delivery, that they press a key is an answer, a machine is neither. */
@ApplicationScoped
@Transactional
public class Calls {
    /** The incident a call is about and the person it is for. */
    public record About(UUID incidentId, PersonRef person) {}

    private final PageRepository pages;
    private final Attempts attempts;
    private final Incidents incidents;
    private final Misses misses;
    private final AnnouncementRepository announcements;
    private final Clock clock;

    Calls(
            PageRepository pages,
            Attempts attempts,
            Incidents incidents,
            Misses misses,
            AnnouncementRepository announcements,
            Clock clock) {
        this.pages = pages;
        this.attempts = attempts;
        this.incidents = incidents;
        this.misses = misses;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** What the call of this attempt is about. */
    public Optional<About> about(UUID attemptId) {
        return attempts.findByIdOptional(attemptId)
                .map(attempt -> pages.findById(attempt.pageId))
                .map(page -> new About(page.incidentId, new PersonRef(page.personId, page.person)));
    }

    /** A human listens. */
    public void heard(UUID attemptId) {
        with(attemptId, (page, attempt) -> {
            taken(page, attempt);
            attempt.status = "heard";
            if (page.state == PageState.DELIVERED) return;
            page.delivered(clock.instant());
            tell(page, EntryKind.PAGE_DELIVERED, page.person + " answered the call");
        });
    }

    /** A voicemail or a fax took the call: nobody was told. */
    public void machine(UUID attemptId, String answeredBy) {
        with(attemptId, (page, attempt) -> {
            taken(page, attempt);
            attempt.status = "machine";
            attempt.fault(null, "answered by " + answeredBy);
            if (page.state == PageState.ACCEPTED)
                misses.missed(page, "A machine answered the call to %s".formatted(page.person));
        });
    }

    /** A status report; doubles, reports out of order and on calls that we do not know change nothing. */
    public void report(String providerId, String word, Optional<UUID> attemptId, Optional<String> errorCode) {
        var status = CallStatus.of(word);
        var id = attemptId.or(() ->
                attempts.find("providerId", providerId).firstResultOptional().map(attempt -> attempt.id));
        if (id.isEmpty()) return;
        if (attempts.findByIdOptional(id.get()).isEmpty()) {
            announcements.findByIdOptional(id.get()).ifPresent(one -> one.called(status, clock.instant()));
            return;
        }
        with(id.get(), (page, attempt) -> {
            if (attempt.status != null
                    && status.rank() <= CallStatus.of(attempt.status).rank()) return;
            boolean heard = "heard".equals(attempt.status);
            boolean machine = "machine".equals(attempt.status);
            attempt.status = status.word();
            if (attempt.providerId == null) attempt.providerId = providerId;
            taken(page, attempt);
            errorCode.ifPresent(code -> attempt.fault(code, attempt.error));
            if (status.over() && !heard && !machine && page.attempt == attempt.n && page.state == PageState.ACCEPTED)
                unheard(page, status, errorCode.orElse(null));
        });
    }

    private void unheard(Page page, CallStatus status, String code) {
        var why = "The call to %s ended before anybody heard it (%s%s)"
                .formatted(page.person, status.word(), code == null ? "" : ", " + code);
        var reaction = status.worthAnotherTry() ? Reaction.ONCE_MORE : TwilioErrors.reaction(code);
        misses.react(page, reaction, code, why);
    }

    /** A report or a question about a call proves that the carrier took it. */
    private void taken(Page page, PageAttempt attempt) {
        if (attempt.settledBy == null) attempt.settle(Outcome.ACCEPTED, SettledBy.CALLBACK);
        if (page.attempt == attempt.n && page.state == PageState.INTENT) page.accepted(clock.instant());
    }

    private interface Change {
        void make(Page page, PageAttempt attempt);
    }

    private void with(UUID attemptId, Change change) {
        var pageId = attempts.findByIdOptional(attemptId).map(attempt -> attempt.pageId);
        if (pageId.isEmpty()) return;
        incidents.lock(pages.incidentOf(pageId.get()).orElseThrow());
        // What was read before the lock may be old by now.
        var page = pages.findById(pageId.get());
        var attempt = attempts.findById(attemptId);
        attempts.getEntityManager().refresh(page);
        attempts.getEntityManager().refresh(attempt);
        change.make(page, attempt);
    }

    private void tell(Page page, EntryKind kind, String body) {
        incidents.tell(page.incidentId, kind, body, Optional.of(page.to()));
    }
}
