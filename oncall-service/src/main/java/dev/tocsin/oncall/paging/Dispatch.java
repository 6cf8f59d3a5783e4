package dev.tocsin.oncall.paging;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Secrets;
import dev.tocsin.oncall.SettingsMemory;
import dev.tocsin.oncall.incident.EntryKind;
import dev.tocsin.oncall.incident.Incidents;
import dev.tocsin.oncall.incident.StillWanted;
import dev.tocsin.oncall.paging.PageRepository.Claimed;
import dev.tocsin.oncall.people.Directory;

/**
 * The short transactions before a request to the carrier: claim and intent; what came of it is for {@link Outcomes}.
 * None is open during the request. Each locks the incident before the page, as everything that changes an incident
 * does, so they cannot wait for each other.
 */
@ApplicationScoped
@Transactional
class Dispatch {
    /**
     * A message to send, whose intent is committed; {@code owner} is needed to write its result. It names what is
     * {@code bundled} with it, and {@code opensTheWay} for others if the carrier, which refused our account, takes it.
     */
    record Order(
            UUID page,
            UUID incident,
            UUID owner,
            Courier.Outgoing message,
            List<Claimed> bundled,
            boolean opensTheWay) {}

    private final PageRepository pages;
    private final Attempts attempts;
    private final Incidents incidents;
    private final Directory directory;
    private final PageMessages messages;
    private final StillWanted wanted;
    private final Misses misses;
    private final Bundles bundles;
    private final ChannelStops stops;
    private final SenderBudget budget;
    private final Restraint restraint;
    private final SettingsMemory settings;
    private final PagingConfig config;
    private final Clock clock;

    Dispatch(
            PageRepository pages,
            Attempts attempts,
            Incidents incidents,
            Directory directory,
            PageMessages messages,
            StillWanted wanted,
            Misses misses,
            Bundles bundles,
            ChannelStops stops,
            SenderBudget budget,
            Restraint restraint,
            SettingsMemory settings,
            PagingConfig config,
            Clock clock) {
        this.pages = pages;
        this.attempts = attempts;
        this.incidents = incidents;
        this.directory = directory;
        this.messages = messages;
        this.wanted = wanted;
        this.misses = misses;
        this.bundles = bundles;
        this.stops = stops;
        this.budget = budget;
        this.restraint = restraint;
        this.settings = settings;
        this.config = config;
        this.clock = clock;
    }

    /** Texts only as far as our sender's rate allows, the most urgent first; everything else besides. */
    List<Claimed> claimDue(UUID owner, int limit) {
        var now = clock.instant();
        var until = now.plus(config.claim());
        if (!budget.limited()) return pages.claimDue(owner, now, until, limit);
        var claimed = new ArrayList<>(pages.claimDueButTexts(owner, now, until, limit));
        int granted = budget.take(limit - claimed.size(), now);
        var texts = pages.claimDueTexts(owner, now, until, granted);
        budget.giveBack(granted - texts.size());
        claimed.addAll(texts);
        return claimed;
    }

    void freeAbandoned() {
        pages.freeAbandoned(clock.instant());
    }

    /** Looks once more whether the person must still be told, and writes down that the request is about to be made. */
    Optional<Order> intend(Claimed claimed, UUID owner) {
        return settings.within(() -> intended(claimed, owner));
    }

    private Optional<Order> intended(Claimed claimed, UUID owner) {
        var incident = incidents.lock(claimed.incident());
        var page = pages.findById(claimed.page());
        if (!page.leasedBy(owner)) return Optional.empty();
        var now = clock.instant();
        if (!wanted.is(page.asked())) {
            page.end(PageState.CANCELLED);
            return Optional.empty();
        }
        if (now.isAfter(page.staleAt) && pages.hasNewer(page)) {
            page.end(PageState.EXPIRED);
            return Optional.empty();
        }
        if (!stillUsable(page)) {
            misses.missed(page, "%s cannot be reached by this %s any more".formatted(page.person, page.kind.noun()));
            return Optional.empty();
        }
        if (waits(page, owner, now)) return Optional.empty();
        var more = bundles.fill(page, now);
        var words = messages.words(page, incident, more, now);
        var attempt = page.intend(now, config.request(), Secrets.hash(words.body()));
        attempts.persist(attempt);
        announce(page, more.size());
        return Optional.of(new Order(
                page.id,
                page.incidentId,
                owner,
                messages.message(page, attempt.id, words),
                more.stream()
                        .map(item -> new Claimed(item.page(), item.incident()))
                        .toList(),
                stops.known(page.kind).isPresent()));
    }

    /** Whether its way is closed, it is told by another message, or its person has been disturbed enough for now; then it is held and says so. */
    private boolean waits(Page page, UUID owner, Instant now) {
        var stop = stops.closed(page.kind, now);
        if (stop.isPresent()) {
            boolean news = page.heldSince == null;
            page.hold(stop.get().until(), now);
            if (news) {
                tell(
                        page,
                        EntryKind.PAGE_HELD,
                        "The %s to %s waits: %s"
                                .formatted(
                                        page.kind.noun(),
                                        page.person,
                                        stop.get().reason()));
                misses.anotherWay(page);
            }
            return true;
        }
        pages.lockMethod(page.methodId);
        // Another message may have taken this one in while its turn was waited for.
        pages.getEntityManager().refresh(page);
        if (!page.leasedBy(owner)) return true;
        return restraint.holds(page, now);
    }

    private boolean stillUsable(Page page) {
        return page.methodId != null && directory.usable(page.methodId).isPresent();
    }

    private void announce(Page page, int more) {
        var way = "%s by %s".formatted(page.person, page.kind.noun());
        if (page.attempt == 1) {
            var rest = more == 0 ? "" : ", which names %d more".formatted(more);
            tell(page, EntryKind.PAGED, "Paging %s (step %d)%s".formatted(way, page.step, rest));
        } else if (page.possibleDuplicate) {
            tell(
                    page,
                    EntryKind.PAGED,
                    "Paging %s again: the carrier never answered, so this may be a duplicate".formatted(way));
        }
    }

    private void tell(Page page, EntryKind kind, String body) {
        incidents.tell(page.incidentId, kind, body, Optional.of(page.to()));
    }
}
