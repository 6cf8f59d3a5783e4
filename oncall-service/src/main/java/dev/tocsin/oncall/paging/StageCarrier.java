package dev.tocsin.oncall.paging;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.paging.PageRepository.Claimed;

/** The carrier of a rehearsal: takes every page that is due and tells nobody. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class StageCarrier {
    private final PageRepository pages;
    private final Dispatch dispatch;
    private final Outcomes outcomes;
    private final Clock clock;

    StageCarrier(PageRepository pages, Dispatch dispatch, Outcomes outcomes, Clock clock) {
        this.pages = pages;
        this.dispatch = dispatch;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** Takes what is due of this incident, as {@link Pager} would give it; true when there was any. */
    public boolean take(UUID incident) {
        pages.flush();
        var now = clock.instant();
        var due = pages.list(
                "incidentId = ?1 and state = ?2 and dueAt <= ?3 order by priority, dueAt, person",
                incident,
                PageState.DUE,
                now);
        var owner = UUID.randomUUID();
        for (var page : due) {
            page.lease(owner, now);
            dispatch.intend(new Claimed(page.id, incident), owner)
                    .ifPresent(order -> outcomes.settle(order, new Courier.Delivery.Accepted("rehearsal", "queued")));
        }
        return !due.isEmpty();
    }

    /** When the next page of this incident is due. */
    public Optional<Instant> next(UUID incident) {
        pages.flush();
        return pages.find("incidentId = ?1 and state = ?2 order by dueAt", incident, PageState.DUE)
                .firstResultOptional()
                .map(page -> page.dueAt);
    }
}
