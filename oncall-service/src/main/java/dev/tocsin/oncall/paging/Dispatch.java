package dev.tocsin.oncall.paging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Secrets;
import dev.tocsin.oncall.catalog.Catalog;
import dev.tocsin.oncall.incident.EntryKind;
import dev.tocsin.oncall.incident.Incidents;
import dev.tocsin.oncall.incident.State;
import dev.tocsin.oncall.incident.StillWanted;
import dev.tocsin.oncall.paging.Courier.Delivery;
import dev.tocsin.oncall.paging.PageAttempt.Outcome;
import dev.tocsin.oncall.paging.PageAttempt.SettledBy;
import dev.tocsin.oncall.paging.PageRepository.Claimed;
import dev.tocsin.oncall.people.Directory;
import io.quarkus.logging.Log;

/**
 * The short transactions around a request to the carrier: claim, intent, result. None is open during the request. Each
 * locks the incident before the page, as everything that changes an incident does, so they cannot wait for each other.
 */
@ApplicationScoped
@Transactional
class Dispatch {
    /** A text to send, whose intent is committed; {@code owner} is needed to write its result. */
    record Order(UUID page, UUID incident, UUID owner, Courier.Outgoing text) {}

    /** A request whose outcome nobody knows. */
    record Lost(UUID page, UUID incident, UUID owner, UUID attempt, String to, Instant since, String bodyHash) {}

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PATIENCE = Duration.ofMinutes(1);
    private static final Duration ACCOUNT_PAUSE = Duration.ofSeconds(30);

    private final PageRepository pages;
    private final Attempts attempts;
    private final Incidents incidents;
    private final Catalog catalog;
    private final Directory directory;
    private final StillWanted wanted;
    private final Codes codes;
    private final Links links;
    private final Misses misses;
    private final PagingConfig config;
    private final Clock clock;

    Dispatch(
            PageRepository pages,
            Attempts attempts,
            Incidents incidents,
            Catalog catalog,
            Directory directory,
            StillWanted wanted,
            Codes codes,
            Links links,
            Misses misses,
            PagingConfig config,
            Clock clock) {
        this.pages = pages;
        this.attempts = attempts;
        this.incidents = incidents;
        this.catalog = catalog;
        this.directory = directory;
        this.wanted = wanted;
        this.codes = codes;
        this.links = links;
        this.misses = misses;
        this.config = config;
        this.clock = clock;
    }

    List<Claimed> claimDue(UUID owner, int limit) {
        var now = clock.instant();
        pages.freeAbandoned(now);
        return pages.claimDue(owner, now, now.plus(config.claim()), limit);
    }

    List<Claimed> claimLost(UUID owner, int limit) {
        var now = clock.instant();
        return pages.claimLost(owner, now, now.plus(config.request()), limit);
    }

    /** Looks once more whether the person must still be told, and writes down that the request is about to be made. */
    Optional<Order> intend(Claimed claimed, UUID owner) {
        var incident = incidents.lock(claimed.incident());
        var page = pages.findById(claimed.page());
        if (!page.leasedBy(owner)) return Optional.empty();
        var now = clock.instant();
        if (!wanted.is(new StillWanted.Asked(page.incidentId, page.personId, page.cycle, page.step))) {
            page.end(PageState.CANCELLED);
            return Optional.empty();
        }
        if (now.isAfter(page.staleAt) && pages.hasNewer(page)) {
            page.end(PageState.EXPIRED);
            return Optional.empty();
        }
        if (!stillUsable(page)) {
            misses.missed(page, "%s cannot be reached by this number any more".formatted(page.person));
            return Optional.empty();
        }
        var service = catalog.service(incident.serviceId()).orElseThrow();
        int code = codes.take(page.personId, page.incidentId, page.address, now);
        var link = config.linkBase() + "/a/" + links.issue(page.incidentId, page.personId, now);
        var body = PageText.of(service.name(), incident.title(), code, link);
        var attempt = page.intend(now, config.request(), Secrets.hash(body));
        attempts.persist(attempt);
        announce(page);
        return Optional.of(
                new Order(page.id, page.incidentId, owner, new Courier.Outgoing.Text(attempt.id, page.address, body)));
    }

    /** Writes down what became of a request. A worker whose claim was taken over adds to the attempt only. */
    void settle(Order order, Delivery delivery) {
        incidents.lock(order.incident());
        var page = pages.findById(order.page());
        var attempt = attempts.findById(order.text().attempt());
        boolean ours = page.intendedBy(order.owner()) && page.attempt == attempt.n;
        if (delivery instanceof Delivery.Accepted accepted && attempt.providerId == null) {
            attempt.providerId = accepted.providerId();
        }
        if (attempt.settledBy == null) note(attempt, delivery);
        if (!ours) return;
        var now = clock.instant();
        switch (delivery) {
            case Delivery.Accepted _ -> accepted(page, now);
            case Delivery.Throttled(var error) -> later(page, now, pause(page.attempt), "too many texts: " + error);
            case Delivery.NotSent(var error) -> later(page, now, pause(page.attempt), "not reached: " + error);
            case Delivery.Ambiguous(var error) -> {
                page.leaseUntil = attempt.at.plus(patience(attempt.n));
                Log.warnf("page outcome unknown id=%s attempt=%d: %s", page.id, attempt.n, error);
            }
            case Delivery.AccountRefused(var code, var error) -> {
                Log.errorf("the carrier refuses our account or number: %s %s", code, error);
                later(page, now, ACCOUNT_PAUSE, "it refuses our account (%s: %s)".formatted(code, error));
            }
            case Delivery.ContactRefused(var code, var error, boolean optedOut) -> {
                if (optedOut) directory.optOut(page.address, true);
                misses.missed(page, "The SMS to %s was refused (%s: %s)".formatted(page.person, code, error));
            }
        }
    }

    /** What is known of a lost request; empty when a report has settled it meanwhile. */
    Optional<Lost> lost(Claimed claimed, UUID owner) {
        incidents.lock(claimed.incident());
        var page = pages.findById(claimed.page());
        if (!page.intendedBy(owner)) return Optional.empty();
        var attempt = attempts.latest(page.id).orElseThrow();
        return Optional.of(
                new Lost(page.id, page.incidentId, owner, attempt.id, page.address, attempt.at, attempt.bodyHash));
    }

    /** Decides by the carrier's word: taken, or send again, or ask again a little later. */
    void reconcile(Lost lost, Courier.Trace trace) {
        var incident = incidents.lock(lost.incident());
        var page = pages.findById(lost.page());
        if (!page.intendedBy(lost.owner())) return;
        var attempt = attempts.findById(lost.attempt());
        var now = clock.instant();
        if (attempt.outcome == Outcome.ACCEPTED) {
            // The worker came back after its claim was taken over, and wrote down that the carrier said yes.
            accepted(page, now);
            return;
        }
        switch (trace) {
            case Courier.Trace.Found found -> {
                attempt.providerId = found.providerId();
                attempt.settle(Outcome.ACCEPTED, SettledBy.RECONCILE);
                accepted(page, now);
            }
            case Courier.Trace.Unanswered _
            when now.isBefore(attempt.at.plus(config.resendAfter())) -> page.leaseUntil = now.plus(config.claim());
            case Courier.Trace.Unanswered _, Courier.Trace.Nothing _ -> {
                attempt.settle(Outcome.AMBIGUOUS, SettledBy.RESEND);
                page.possibleDuplicate = true;
                if (incident.state() == State.TRIGGERED) page.again(now);
                else page.end(PageState.CANCELLED);
            }
        }
    }

    private boolean stillUsable(Page page) {
        return page.methodId != null && directory.usable(page.methodId).isPresent();
    }

    private void announce(Page page) {
        if (page.attempt == 1) {
            tell(page, EntryKind.PAGED, "Paging %s by SMS (step %d)".formatted(page.person, page.step));
        } else if (page.possibleDuplicate) {
            tell(
                    page,
                    EntryKind.PAGED,
                    "Paging %s by SMS again: the carrier never answered, so this may be a duplicate"
                            .formatted(page.person));
        }
    }

    private static void note(PageAttempt attempt, Delivery delivery) {
        switch (delivery) {
            case Delivery.Accepted accepted -> {
                attempt.settle(Outcome.ACCEPTED, SettledBy.RESPONSE);
                attempt.reached(SmsStatus.of(accepted.status()));
            }
            case Delivery.Throttled(var error) -> {
                attempt.settle(Outcome.REFUSED, SettledBy.RESPONSE);
                attempt.fault("429", error);
            }
            case Delivery.NotSent(var error) -> {
                attempt.settle(Outcome.NOT_SENT, SettledBy.RESPONSE);
                attempt.fault(null, error);
            }
            case Delivery.Ambiguous(var error) -> {
                attempt.settle(Outcome.AMBIGUOUS, null);
                attempt.fault(null, error);
            }
            case Delivery.AccountRefused(var code, var error) -> {
                attempt.settle(Outcome.REFUSED, SettledBy.RESPONSE);
                attempt.fault(code, error);
            }
            case Delivery.ContactRefused refused -> {
                attempt.settle(Outcome.REFUSED, SettledBy.RESPONSE);
                attempt.fault(refused.code(), refused.error());
            }
        }
    }

    private void accepted(Page page, Instant now) {
        page.accepted(now);
        tell(page, EntryKind.PAGE_ACCEPTED, "The carrier took the SMS to %s".formatted(page.person));
        Log.infof("page accepted id=%s incident=%s attempt=%d", page.id, page.incidentId, page.attempt);
    }

    /** The same page again after a pause; said once, since a dead carrier would fill the timeline. */
    private void later(Page page, Instant now, Duration pause, String why) {
        if (page.attempt == 1) {
            tell(
                    page,
                    EntryKind.PAGE_FAILED,
                    "The SMS to %s is not out yet, trying on. The carrier: %s".formatted(page.person, why));
        }
        page.again(now.plus(pause));
    }

    private void tell(Page page, EntryKind kind, String body) {
        incidents.tell(page.incidentId, kind, body, Optional.of(page.to()));
    }

    /** 12, 24, 48, 60 s: a carrier that fails in this way for long must not be made to text somebody each time. */
    private Duration patience(int attempt) {
        var doubled = config.reconcileAfter().multipliedBy(1L << Math.min(attempt - 1, 3));
        return doubled.compareTo(LONGEST_PATIENCE) > 0 ? LONGEST_PATIENCE : doubled;
    }

    /** 1, 2, 4, 8, 15 s and a little more, so that replicas do not come back together. */
    private static Duration pause(int attempt) {
        var doubled = Duration.ofSeconds(1L << Math.min(attempt - 1, 4));
        var pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(250));
    }
}
