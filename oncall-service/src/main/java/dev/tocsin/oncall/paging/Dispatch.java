package dev.tocsin.oncall.paging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.Secrets;
import dev.tocsin.oncall.SettingsMemory;
import dev.tocsin.oncall.incident.Decisions;
import dev.tocsin.oncall.incident.Decisions.Reason;
import dev.tocsin.oncall.incident.Decisions.Verdict;
import dev.tocsin.oncall.incident.EntryKind;
import dev.tocsin.oncall.incident.Incidents;
import dev.tocsin.oncall.incident.State;
import dev.tocsin.oncall.incident.StillWanted;
import dev.tocsin.oncall.paging.Courier.Delivery;
import dev.tocsin.oncall.paging.PageAttempt.Outcome;
import dev.tocsin.oncall.paging.PageAttempt.SettledBy;
import dev.tocsin.oncall.paging.PageRepository.Claimed;
import dev.tocsin.oncall.paging.PageRepository.Companion;
import dev.tocsin.oncall.people.Directory;
import dev.tocsin.oncall.people.Directory.Kind;
import io.quarkus.logging.Log;

/**
 * The short transactions around a request to the carrier: claim, intent, result. None is open during the request. Each
 * locks the incident before the page, as everything that changes an incident does, so they cannot wait for each other.
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

    /** A request whose outcome nobody knows. */
    record Lost(
            UUID page, UUID incident, UUID owner, UUID attempt, Kind kind, String to, Instant since, String bodyHash) {}

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PATIENCE = Duration.ofMinutes(1);
    private static final int LARGEST_BUNDLE = 1000;

    private final PageRepository pages;
    private final Attempts attempts;
    private final Incidents incidents;
    private final Decisions decisions;
    private final Directory directory;
    private final PageMessages messages;
    private final StillWanted wanted;
    private final Codes codes;
    private final Misses misses;
    private final ChannelStops stops;
    private final SenderBudget budget;
    private final Restraint restraint;
    private final SettingsMemory settings;
    private final Operators operators;
    private final PagingConfig config;
    private final Clock clock;

    Dispatch(
            PageRepository pages,
            Attempts attempts,
            Incidents incidents,
            Decisions decisions,
            Directory directory,
            PageMessages messages,
            StillWanted wanted,
            Codes codes,
            Misses misses,
            ChannelStops stops,
            SenderBudget budget,
            Restraint restraint,
            SettingsMemory settings,
            Operators operators,
            PagingConfig config,
            Clock clock) {
        this.pages = pages;
        this.attempts = attempts;
        this.incidents = incidents;
        this.decisions = decisions;
        this.directory = directory;
        this.messages = messages;
        this.wanted = wanted;
        this.codes = codes;
        this.misses = misses;
        this.stops = stops;
        this.budget = budget;
        this.restraint = restraint;
        this.settings = settings;
        this.operators = operators;
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

    List<Claimed> claimLost(UUID owner, int limit) {
        var now = clock.instant();
        return pages.claimLost(owner, now, now.plus(config.request()), limit);
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
        var more = bundle(page, now);
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

    /**
     * Lets this message stand for all that waits for the same phone. What seems wanted no more is not named, and left
     * to its own turn, which ends it with its reason: that needs the lock of its incident, and here another is held.
     */
    private List<Bundle.Item> bundle(Page page, Instant now) {
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

    /** Writes down what became of a request. A worker whose claim was taken over adds to the attempt only. */
    void settle(Order order, Delivery delivery) {
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

    /** What one message says of other incidents is said on those, too, and they get their answer codes. */
    void tellBundled(Claimed bundled) {
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
        decided(page, Verdict.PAGED, Reason.BUNDLED, how);
    }

    private void decided(Page page, Verdict verdict, Reason reason, String text) {
        decisions.record(new Decisions.Decision(
                page.incidentId,
                page.cycle,
                page.step,
                Optional.of(new Ref(page.personId, page.person)),
                Optional.empty(),
                verdict,
                reason,
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
