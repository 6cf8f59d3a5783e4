package dev.tocsin.oncall.paging;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import dev.tocsin.oncall.incident.EntryKind;
import dev.tocsin.oncall.incident.Incidents;
import dev.tocsin.oncall.incident.SomethingDue;
import io.quarkus.logging.Log;

/** What follows when a person was not told: their next method now, or the next step now. Joins the caller's transaction. */
@ApplicationScoped
class Misses {
    private static final Set<PageState> HOPEFUL =
            EnumSet.of(PageState.DUE, PageState.LEASED, PageState.INTENT, PageState.ACCEPTED, PageState.DELIVERED);

    private final PageRepository pages;
    private final Incidents incidents;
    private final Event<SomethingDue> due;
    private final Clock clock;

    Misses(PageRepository pages, Incidents incidents, Event<SomethingDue> due, Clock clock) {
        this.pages = pages;
        this.incidents = incidents;
        this.due = due;
        this.clock = clock;
    }

    /** Ends the page as failed, says why, and sees to it that somebody is told. */
    void missed(Page page, String why) {
        page.end(PageState.FAILED);
        Log.warnf("page failed id=%s incident=%s: %s", page.id, page.incidentId, why);
        incidents.tell(page.incidentId, EntryKind.PAGE_FAILED, why, Optional.of(page.to()));
        var others = pages.ofStep(page);
        var now = clock.instant();
        others.stream()
                .filter(other -> other.personId.equals(page.personId) && other.state == PageState.DUE)
                .filter(other -> other.methodId != null && !other.methodId.equals(page.methodId))
                .min(Comparator.comparing(other -> other.dueAt))
                .ifPresent(next -> bringForward(next, now));
        if (others.stream().noneMatch(other -> HOPEFUL.contains(other.state))) {
            incidents.stepFailed(page.incidentId, page.cycle, page.step);
        }
    }

    private void bringForward(Page next, Instant now) {
        if (next.dueAt.isAfter(now)) next.dueAt = now;
        due.fire(new SomethingDue());
    }
}
