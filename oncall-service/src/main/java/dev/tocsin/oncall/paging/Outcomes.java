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

import dev.tocsin.oncall.incident.EntryKind;
import dev.tocsin.oncall.incident.Incidents;
import dev.tocsin.oncall.incident.State;
import dev.tocsin.oncall.paging.Courier.Delivery;
import dev.tocsin.oncall.paging.PageAttempt.Outcome;
import dev.tocsin.oncall.paging.PageAttempt.SettledBy;
import dev.tocsin.oncall.paging.PageRepository.Claimed;
import dev.tocsin.oncall.people.Directory.Kind;
import io.quarkus.logging.Log;

/**
 * The short transactions after a request to the carrier: its result, and what became of a request without one. Each
 * locks the incident before the page, as {@link Dispatch} does.
 */
@ApplicationScoped
@Transactional
class Outcomes {
    /** A request whose outcome nobody knows. */
    record Lost(
            UUID page, UUID incident, UUID owner, UUID attempt, Kind kind, String to, Instant since, String bodyHash) {}

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PATIENCE = Duration.ofMinutes(1);

    private final PageRepository pages;
    private final Attempts attempts;
    private final Incidents incidents;
    private final Misses misses;
    private final ChannelStops stops;
    private final Operators operators;
    private final PagingConfig config;
    private final Clock clock;

    Outcomes(
            PageRepository pages,
            Attempts attempts,
            Incidents incidents,
            Misses misses,
            ChannelStops stops,
            Operators operators,
            PagingConfig config,
            Clock clock) {
        this.pages = pages;
        this.attempts = attempts;
        this.incidents = incidents;
        this.misses = misses;
        this.stops = stops;
        this.operators = operators;
        this.config = config;
        this.clock = clock;
    }

    List<Claimed> claimLost(UUID owner, int limit) {
        var now = clock.instant();
        return pages.claimLost(owner, now, now.plus(config.request()), limit);
    }

    /** Writes down what became of a request. A worker whose claim was taken over adds to the attempt only. */
    void settle(Dispatch.Order order, Delivery delivery) {
        incidents.lock(order.incident());
        var page = pages.findById(order.page());
        var attempt = attempts.findById(order.message().attempt());
        boolean ours = page.intendedBy(order.owner()) && page.attempt == attempt.n;
        if (delivery instanceof Delivery.Accepted accepted && attempt.providerId == null) {
            attempt.providerId = accepted.providerId();
        }
        if (attempt.settledBy == null) note(attempt, delivery);
        if (!ours) return;
        var now = clock.instant();
        switch (delivery) {
            case Delivery.Accepted taken -> {
                accepted(page, now);
                if (order.opensTheWay()) stops.open(page.kind);
                if (SmsStatus.of(taken.status()).delivered()) delivered(page, now);
            }
            case Delivery.Throttled(var error) -> later(page, now, pause(page.attempt), "too many texts: " + error);
            case Delivery.NotSent(var error) -> later(page, now, pause(page.attempt), "not reached: " + error);
            case Delivery.Ambiguous(var error) -> {
                page.leaseUntil = attempt.at.plus(patience(attempt.n));
                Log.warnf("page outcome unknown id=%s attempt=%d: %s", page.id, attempt.n, error);
            }
            case Delivery.AccountRefused(var code, var error) -> accountRefused(page, code, error, now);
            case Delivery.ContactRefused(var code, var error) ->
                misses.react(
                        page,
                        TwilioErrors.reaction(code),
                        code,
                        "The %s to %s was refused (%s: %s)".formatted(page.kind.noun(), page.person, code, error));
        }
    }

    /** The way is closed for everybody; this page waits for it to open, and its person is told another way at once. */
    private void accountRefused(Page page, String code, String error, Instant now) {
        var why = "the carrier refuses our account (%s: %s)".formatted(code, error);
        if (stops.stop(page.kind, why, now)) {
            operators.alert("account " + code, page.kind, "No %s goes out: %s".formatted(page.kind.noun(), why));
        }
        boolean first = page.attempt == 1;
        later(page, now, ChannelStops.TRY_AGAIN, why);
        if (first) misses.anotherWay(page);
    }

    /** What is known of a lost request; empty when a report has settled it meanwhile. */
    Optional<Lost> lost(Claimed claimed, UUID owner) {
        incidents.lock(claimed.incident());
        var page = pages.findById(claimed.page());
        if (!page.intendedBy(owner)) return Optional.empty();
        var attempt = attempts.latest(page.id).orElseThrow();
        return Optional.of(new Lost(
                page.id, page.incidentId, owner, attempt.id, page.kind, page.address, attempt.at, attempt.bodyHash));
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
                // Whether it is still wanted is asked when it is claimed: a helper's page is, although somebody holds
                // it.
                if (incident.state() == State.RESOLVED) page.end(PageState.CANCELLED);
                else page.again(now);
            }
        }
    }

    private static void note(PageAttempt attempt, Delivery delivery) {
        switch (delivery) {
            case Delivery.Accepted accepted -> {
                attempt.settle(Outcome.ACCEPTED, SettledBy.RESPONSE);
                if (attempt.status == null) attempt.status = accepted.status();
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
        tell(
                page,
                EntryKind.PAGE_ACCEPTED,
                "The %s took the %s to %s".formatted(carrier(page.kind), page.kind.noun(), page.person));
        Log.infof("page accepted id=%s incident=%s attempt=%d", page.id, page.incidentId, page.attempt);
    }

    /** The same page again after a pause; said once, since a dead carrier would fill the timeline. */
    private void later(Page page, Instant now, Duration pause, String why) {
        if (page.attempt == 1) {
            tell(
                    page,
                    EntryKind.PAGE_FAILED,
                    "The %s to %s is not out yet, trying on: %s".formatted(page.kind.noun(), page.person, why));
        }
        page.again(now.plus(pause));
    }

    private void delivered(Page page, Instant now) {
        page.delivered(now);
        tell(page, EntryKind.PAGE_DELIVERED, "The %s to %s was delivered".formatted(page.kind.noun(), page.person));
    }

    private static String carrier(Kind kind) {
        return switch (kind) {
            case SMS, VOICE -> "carrier";
            case EMAIL -> "mail server";
            case WEBHOOK -> "other end";
        };
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
