package dev.tocsin.oncall.paging;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.incident.EntryKind;
import dev.tocsin.oncall.incident.Incidents;
import dev.tocsin.oncall.paging.PageAttempt.Outcome;
import dev.tocsin.oncall.paging.PageAttempt.SettledBy;

/** Takes the carrier's reports on texts: a proof of acceptance, a receipt, or the news that a person was not told. */
@ApplicationScoped
@Transactional
public class DeliveryReports {
    private static final Set<PageState> UNSETTLED = EnumSet.of(PageState.DUE, PageState.LEASED, PageState.INTENT);
    private static final Set<PageState> HOPED_FOR =
            EnumSet.of(PageState.INTENT, PageState.ACCEPTED, PageState.DELIVERED);

    private final PageRepository pages;
    private final Attempts attempts;
    private final AnnouncementRepository announcements;
    private final Incidents incidents;
    private final Misses misses;
    private final Clock clock;

    DeliveryReports(
            PageRepository pages,
            Attempts attempts,
            AnnouncementRepository announcements,
            Incidents incidents,
            Misses misses,
            Clock clock) {
        this.pages = pages;
        this.attempts = attempts;
        this.announcements = announcements;
        this.incidents = incidents;
        this.misses = misses;
        this.clock = clock;
    }

    /** Doubles, reports out of order and reports on texts we do not know are all accepted and change nothing. */
    public void take(String providerId, String word, Optional<UUID> attemptId, Optional<String> errorCode) {
        var pageId = attempts.pageOf(attemptId, providerId);
        if (pageId.isEmpty()) {
            attemptId
                    .map(announcements::findById)
                    .ifPresent(announcement ->
                            announcement.reported(SmsStatus.of(word), errorCode.orElse(null), clock.instant()));
            return;
        }
        incidents.lock(pages.incidentOf(pageId.get()).orElseThrow());
        var page = pages.findById(pageId.get());
        var attempt = attempts.reported(page.id, attemptId, providerId).orElseThrow();
        var status = SmsStatus.of(word);
        if (!attempt.reached(status)) return;
        if (attempt.providerId == null) attempt.providerId = providerId;
        if (attempt.settledBy == null) attempt.settle(Outcome.ACCEPTED, SettledBy.CALLBACK);
        errorCode.ifPresent(code -> attempt.fault(code, attempt.error));
        boolean current = page.attempt == attempt.n;
        var now = clock.instant();
        if (current && !status.missed() && UNSETTLED.contains(page.state)) {
            // Also when it was to be sent again because nobody knew: this is the proof that it need not.
            page.accepted(now);
            tell(page, EntryKind.PAGE_ACCEPTED, "The carrier took the SMS to " + page.person);
        }
        if (status.delivered()) delivered(page, now);
        if (status.sent()) tell(page, EntryKind.PAGE_SENT, "The SMS to %s is on its way".formatted(page.person));
        if (status.missed() && current && HOPED_FOR.contains(page.state)) missed(page, errorCode.orElse(null));
    }

    private void delivered(Page page, Instant now) {
        if (page.state == PageState.DELIVERED) return;
        page.delivered(now);
        tell(page, EntryKind.PAGE_DELIVERED, "The SMS to %s was delivered".formatted(page.person));
    }

    private void missed(Page page, String code) {
        var why = "The SMS to %s was not delivered%s".formatted(page.person, code == null ? "" : " (" + code + ")");
        misses.react(page, TwilioErrors.reaction(code), code, why);
    }

    private void tell(Page page, EntryKind kind, String body) {
        incidents.tell(page.incidentId, kind, body, Optional.of(page.to()));
    }
}
