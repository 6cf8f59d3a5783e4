package dev.tocsin.oncall.paging;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.incident.Decisions;
import dev.tocsin.oncall.incident.Decisions.Reason;
import dev.tocsin.oncall.incident.Decisions.Verdict;
import dev.tocsin.oncall.incident.EntryKind;
import dev.tocsin.oncall.incident.Incidents;
import dev.tocsin.oncall.incident.StillWanted;
import dev.tocsin.oncall.paging.PageRepository.Claimed;
import dev.tocsin.oncall.paging.PageRepository.Companion;
import dev.tocsin.oncall.people.Directory.Kind;

/** Messages that stand for several incidents: what they take in, say of each, and leave behind when they fail. */
@ApplicationScoped
@Transactional
class Bundles {
    private static final int LARGEST_BUNDLE = 1000;

    private final PageRepository pages;
    private final Incidents incidents;
    private final Decisions decisions;
    private final StillWanted wanted;
    private final Codes codes;
    private final Misses misses;
    private final Clock clock;

    Bundles(
            PageRepository pages,
            Incidents incidents,
            Decisions decisions,
            StillWanted wanted,
            Codes codes,
            Misses misses,
            Clock clock) {
        this.pages = pages;
        this.incidents = incidents;
        this.decisions = decisions;
        this.wanted = wanted;
        this.codes = codes;
        this.misses = misses;
        this.clock = clock;
    }

    /**
     * Lets this message stand for all that waits for the same phone. What seems wanted no more is not named, and left
     * to its own turn, which ends it with its reason: that needs the lock of its incident, and here another is held.
     */
    List<Bundle.Item> fill(Page page, Instant now) {
        var companions = pages.companions(page, LARGEST_BUNDLE);
        if (companions.isEmpty()) return List.of();
        var still = wanted.among(companions.stream().map(Companion::asked).toList());
        pages.bundle(
                page,
                companions.stream()
                        .filter(other -> !other.named() && still.contains(other.asked()))
                        .map(Companion::page)
                        .toList());
        pages.unbundle(
                companions.stream()
                        .filter(other -> other.named() && !still.contains(other.asked()))
                        .map(Companion::page)
                        .toList(),
                now);
        return pages.bundledInto(page.id);
    }

    /** What one message says of other incidents is said on those, too, and they get their answer codes. */
    void tell(Claimed bundled) {
        incidents.lock(bundled.incident());
        var page = pages.findById(bundled.page());
        if (page.state != PageState.BUNDLED || page.sentAt != null) return;
        var now = clock.instant();
        var into = pages.findById(page.bundledInto);
        page.sentAt = now;
        if (page.kind == Kind.SMS) codes.take(page.personId, page.incidentId, page.address, now);
        var how = "Paging %s by %s (step %d), bundled with the page for #%d"
                .formatted(
                        page.person,
                        page.kind.noun(),
                        page.step,
                        incidents.facts(into.incidentId).number());
        tell(page, EntryKind.PAGED, how);
        decided(page, how);
    }

    private void decided(Page page, String text) {
        decisions.record(new Decisions.Decision(
                page.incidentId,
                page.cycle,
                page.step,
                Optional.of(new Ref(page.personId, page.person)),
                Optional.empty(),
                Verdict.PAGED,
                Reason.BUNDLED,
                text,
                Optional.of("/people/" + page.personId)));
    }

    List<Claimed> orphans(int limit) {
        return pages.orphans(limit);
    }

    /** The message that named this page came to nothing, so it is sent by itself, or another way is taken. */
    void adopt(Claimed orphan) {
        incidents.lock(orphan.incident());
        var page = pages.findById(orphan.page());
        if (page.state != PageState.BUNDLED) return;
        var into = pages.findById(page.bundledInto);
        if (!wanted.is(page.asked())) page.end(PageState.CANCELLED);
        else if (into.state == PageState.FAILED)
            misses.missed(page, "The %s to %s that named this did not arrive".formatted(page.kind.noun(), page.person));
        else page.unbundled(clock.instant());
    }

    private void tell(Page page, EntryKind kind, String body) {
        incidents.tell(page.incidentId, kind, body, Optional.of(page.to()));
    }
}
