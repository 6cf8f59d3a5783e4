package dev.tocsin.monitor.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.alerting.Ledger;
import dev.tocsin.monitor.alerting.Stored;
import dev.tocsin.monitor.check.WatchList;
import dev.tocsin.monitor.check.Watched;
import dev.tocsin.monitor.history.ResultView;
import dev.tocsin.monitor.history.Results;
import dev.tocsin.monitor.verdict.Cause;
import dev.tocsin.monitor.verdict.Standing;
import io.quarkus.logging.Log;

/** Keeps the agenda true: to the slots we hold and to what people changed. For one thread, the housekeeper's. */
@ApplicationScoped
class Engine {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration EACH = Duration.ofMillis(1);

    private final Slots slots;
    private final WatchList watchList;
    private final Ledger ledger;
    private final Results results;
    private final Load load;
    private final Connectivity connectivity;
    private final SecondOpinions opinions;
    private final Clock clock;
    private final UUID replica = UUID.randomUUID();
    private final Holdings holdings = new Holdings(replica);
    private final Agenda agenda = new Agenda();
    private String horizon = "";

    Engine(
            Slots slots,
            WatchList watchList,
            Ledger ledger,
            Results results,
            Load load,
            Connectivity connectivity,
            SecondOpinions opinions,
            Clock clock) {
        this.slots = slots;
        this.watchList = watchList;
        this.ledger = ledger;
        this.results = results;
        this.load = load;
        this.connectivity = connectivity;
        this.opinions = opinions;
        this.clock = clock;
    }

    Agenda agenda() {
        return agenda;
    }

    Holdings holdings() {
        return holdings;
    }

    /** Renews what we hold, gives back what is more than our share, takes what is free. */
    void shareSlots() {
        var asked = System.nanoTime();
        var ours = slots.renew(replica, report(asked));
        var lost = holdings.renewed(ours, asked);
        if (!lost.isEmpty()) {
            agenda.forgetSlots(lost);
            Log.infof("slots lost slots=%s", lost);
        }
        adopt(ours.stream().filter(h -> !holdings.has(h.slot())).toList(), asked); // claimed, but not loaded then
        var alive = slots.alive();
        opinions.accompanied(alive > 1);
        var share = Slots.share(alive);
        var held = holdings.slots();
        if (held.size() > share) giveBack(held.subList(share, held.size()));
        if (held.size() < share) take(share - held.size());
    }

    private Slots.Report report(long now) {
        var sums = load.debt();
        var waiting = agenda.backlog(now);
        return new Slots.Report(
                max(load.lag(), agenda.overdue(now)),
                new Debt.Sums(sums.owed() + waiting, sums.executed(), sums.late() + waiting),
                connectivity.lostSince());
    }

    /** Says of what nobody has probed for too long that nobody knows, whoever is to blame for that. */
    void admitIgnorance(Judge judge) {
        var now = System.nanoTime();
        agenda.overdueByWatch(now).forEach((watch, overdue) -> {
            var fence = holdings.fence(watch.check().slot(), now);
            if (fence.isPresent()) judge.blind(watch, now, overdue ? Cause.OVERLOAD : Cause.STALE, fence.get());
        });
    }

    /** Takes over whatever was changed since the last call, on whichever replica. */
    void followChanges() {
        var next = watchList.horizon();
        if (!horizon.isEmpty()) {
            var changed = watchList.changedSince(horizon);
            putAll(read(
                    changed.stream().filter(check -> holdings.has(check.slot())).toList()));
        }
        horizon = next;
    }

    /** Gives everything back, so that nobody waits for our leases to end. */
    void leave() {
        var all = holdings.slots();
        holdings.drop(all);
        agenda.forgetSlots(all);
        slots.leave(replica);
        Log.infof("slots released count=%d", all.size());
    }

    private void giveBack(Collection<Integer> surplus) {
        holdings.drop(surplus);
        agenda.forgetSlots(surplus);
        slots.release(replica, surplus);
        Log.infof("slots shared count=%d", surplus.size());
    }

    private void take(int most) {
        var asked = System.nanoTime();
        adopt(slots.claim(replica, most), asked);
    }

    /** First all is read; only then do we act for these slots. */
    private void adopt(Collection<Slots.Held> taken, long asked) {
        if (taken.isEmpty()) return;
        if (horizon.isEmpty()) horizon = watchList.horizon();
        var checks = watchList.inSlots(taken.stream().map(Slots.Held::slot).toList());
        var loaded = read(checks);
        for (var held : taken) holdings.put(held, asked);
        putAll(loaded);
        Log.infof("slots taken count=%d checks=%d", taken.size(), checks.size());
    }

    /** A check, where it stands, and when it was last probed. */
    private record Loaded(Watched check, Optional<Stored> stored, Optional<Instant> lastSeen) {
        /** Never probed, or has missed a beat. */
        boolean overdue(Instant now) {
            return lastSeen.map(at ->
                            at.plus(check.interval()).plus(check.timeout()).isBefore(now))
                    .orElse(true);
        }
    }

    private List<Loaded> read(List<Watched> checks) {
        if (checks.isEmpty()) return List.of();
        var ids = checks.stream().map(Watched::id).toList();
        var standings = ledger.standings(ids);
        var last = results.last(
                ids.stream().filter(id -> agenda.find(id).isEmpty()).toList());
        return checks.stream()
                .map(check -> {
                    var stored = Optional.ofNullable(standings.get(check.id()));
                    return new Loaded(check, stored, lastSeen(Optional.ofNullable(last.get(check.id())), stored));
                })
                .toList();
    }

    /** A check that claims to be well or not was seen, although its results may be lost or forgotten. */
    private static Optional<Instant> lastSeen(Optional<ResultView> last, Optional<Stored> stored) {
        return last.map(ResultView::at)
                .or(() -> stored.map(Stored::standing)
                        .filter(s -> s.state().well() || s.state().failing())
                        .map(Standing::since));
    }

    private void putAll(List<Loaded> loaded) {
        var now = clock.instant();
        var overdue = loaded.stream().filter(one -> one.overdue(now)).count();
        var within = max(SOON, EACH.multipliedBy(overdue));
        loaded.forEach(one -> put(one, within));
    }

    private void put(Loaded loaded, Duration within) {
        var check = loaded.check();
        if (check.gone() || check.paused() || loaded.stored().isEmpty()) {
            agenda.forget(check.id());
            return;
        }
        var stored = loaded.stored().get();
        var known = agenda.find(check.id());
        if (known.isEmpty()) {
            var seenAgo = loaded.lastSeen()
                    .map(at -> Duration.between(at, clock.instant()))
                    .orElse(Duration.ZERO);
            var since = seenAgo.compareTo(Debt.WINDOW) < 0 ? seenAgo : Debt.WINDOW;
            load.skipped(Math.max(0, since.dividedBy(check.interval()) - 1)); // what nobody did while nobody had it
            var watch = new Watch(check, stored, loaded.lastSeen(), seenAgo);
            place(watch, loaded.overdue(clock.instant()), within);
            return;
        }
        var before = known.get().check();
        known.get().refresh(check, stored);
        if (!before.interval().equals(check.interval()) || !before.target().equals(check.target()))
            place(known.get(), true, within);
    }

    /**
     * At its beat. One that was never probed, has missed a beat or became another question does not wait that long, but
     * thousands of them are spread, and where that spares little waiting they keep to their beats: after a cold start
     * no check is probed twice while others wait for their first time.
     */
    private void place(Watch watch, boolean hurried, Duration within) {
        var check = watch.check();
        var beat = next(check, check.interval());
        var soon = hurried && within.multipliedBy(2).compareTo(check.interval()) < 0 ? next(check, within) : beat;
        agenda.place(watch, soon - beat < 0 ? soon : beat, beat);
    }

    /** On the monotonic clock. */
    private long next(Watched check, Duration interval) {
        var now = clock.instant();
        return System.nanoTime()
                + Duration.between(now, Beat.next(check.id(), interval, now)).toNanos();
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
