package dev.tocsin.oncall.paging;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.ImaginedTime;
import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.incident.Decisions;
import dev.tocsin.oncall.incident.Decisions.Reason;
import dev.tocsin.oncall.incident.Decisions.Verdict;
import dev.tocsin.oncall.incident.EntryKind;
import dev.tocsin.oncall.incident.Incidents;

/** Makes pages wait for people who have been disturbed enough for now, and says so. Joins the caller's transaction. */
@ApplicationScoped
class Restraint {
    private static final int MOST_RESTING = 10_000;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * Methods that even the first page of a new incident must wait for, and until when. A hint that saves a storm's
     * thousands of pages the way to the front of the queue; whether one must wait is decided anew when its time comes.
     */
    private final Map<UUID, Instant> resting = new ConcurrentHashMap<>();

    private final PageRepository pages;
    private final Incidents incidents;
    private final Decisions decisions;

    Restraint(PageRepository pages, Incidents incidents, Decisions decisions) {
        this.pages = pages;
        this.incidents = incidents;
        this.decisions = decisions;
    }

    /** Whether a page that is about to go out must wait; then it waits. The method's lock is held. */
    boolean holds(Page page, Instant now) {
        boolean first = !pages.toldBefore(page);
        var sent = pages.sentTo(page.methodId, now.minus(Limits.LOOK_BACK), now);
        var until = Limits.heldUntil(page.kind, first, sent, now);
        until.ifPresent(free -> {
            if (first) rests(page.methodId, free, now);
            hold(page, free, now);
        });
        return until.isPresent();
    }

    /** A new page to somebody whose phone is known to rest waits from the beginning. */
    void born(Page page, Instant now) {
        if (ImaginedTime.rules() || page.dueAt.isAfter(now)) return;
        Optional.ofNullable(resting.get(page.methodId))
                .filter(free -> free.isAfter(now))
                .ifPresent(free -> hold(page, free, now));
    }

    private void rests(UUID method, Instant free, Instant now) {
        if (ImaginedTime.rules()) return;
        if (resting.size() >= MOST_RESTING) resting.values().removeIf(past -> !past.isAfter(now));
        if (resting.size() < MOST_RESTING) resting.put(method, free);
    }

    private void hold(Page page, Instant free, Instant now) {
        if (page.heldSince == null) {
            var why = "The %s to %s waits until %s: enough went there already"
                    .formatted(page.kind.noun(), page.person, CLOCK.format(free));
            incidents.tell(page.incidentId, EntryKind.PAGE_HELD, why, Optional.of(page.to()));
            decisions.record(new Decisions.Decision(
                    page.incidentId,
                    page.cycle,
                    page.step,
                    Optional.of(new Ref(page.personId, page.person)),
                    Optional.empty(),
                    Verdict.HELD,
                    Reason.LIMIT,
                    why,
                    Optional.of("/people/" + page.personId)));
        }
        page.hold(free, now);
    }
}
