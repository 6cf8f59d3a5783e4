package dev.tocsin.monitor.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.alerting.Ledger;
import dev.tocsin.monitor.alerting.Stored;
import dev.tocsin.monitor.check.WatchList;
import dev.tocsin.monitor.check.Watched;
import dev.tocsin.monitor.egress.Avoid;
import dev.tocsin.monitor.maintenance.Maintenance;
import dev.tocsin.monitor.verdict.Outcome;
import dev.tocsin.monitor.verdict.Rules;
import dev.tocsin.monitor.verdict.Standing;
import dev.tocsin.monitor.verdict.State;

/**
 * Whether what a check stands behind is to blame for its failing. A child may notice before its parent's own time has
 * come, so a parent that is still said to be up is asked on the spot; what that tells is believed for no longer than the
 * parent itself may take to find out, so that a parent nobody judges down never hides a child for good.
 */
@ApplicationScoped
class Parents {
    private static final int DEEPEST = 16;

    private final WatchList watchList;
    private final Ledger ledger;
    private final Shot shot;
    private final Maintenance maintenance;

    Parents(WatchList watchList, Ledger ledger, Shot shot, Maintenance maintenance) {
        this.watchList = watchList;
        this.ledger = ledger;
        this.shot = shot;
        this.maintenance = maintenance;
    }

    /** Who is to blame, in words, and whether somebody hears of it there. */
    record Blame(String words, boolean tells) {}

    /** The parents that are not yet known to fail and do not answer now either. */
    Set<UUID> silent(Watched child) {
        var standings = ledger.standings(child.parents());
        var asked = watchList.find(child.parents()).stream()
                .filter(parent -> !parent.paused() && claimsNothingBad(standings.get(parent.id())))
                .toList();
        var silent = ConcurrentHashMap.<UUID>newKeySet();
        var answers = new CountDownLatch(asked.size());
        for (var parent : asked)
            Thread.ofVirtual().name("parent").start(() -> {
                try {
                    if (shot.of(parent, atMost(parent, child), Avoid.NOTHING).outcome() == Outcome.DOWN)
                        silent.add(parent.id());
                } finally {
                    answers.countDown();
                }
            });
        try {
            answers.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Set.copyOf(silent);
    }

    /** @param silent as {@link #silent} found them when the child failed */
    Optional<Blame> blame(Watched child, Standing standing, Set<UUID> silent, Instant now) {
        if (child.parents().isEmpty()) return Optional.empty();
        var standings = ledger.standings(child.parents());
        var blamed = watchList.find(child.parents()).stream()
                .flatMap(parent -> Optional.ofNullable(standings.get(parent.id()))
                        .flatMap(s -> blame(child, standing, parent, s.standing(), silent, now))
                        .stream())
                .toList();
        return blamed.stream()
                .filter(Blame::tells)
                .findFirst()
                .or(() -> blamed.stream().findFirst());
    }

    private Optional<Blame> blame(
            Watched child, Standing standing, Watched parent, Standing theirs, Set<UUID> silent, Instant now) {
        if (theirs.state().failing()) {
            var words = "\"%s\" is %s".formatted(parent.name(), theirs.state().word());
            return Optional.of(new Blame(words, tells(parent, theirs, now, DEEPEST)));
        }
        var hidden = standing.state() == State.UNREACHABLE;
        var justBack = hidden
                && theirs.state().well()
                && theirs.since().plus(child.interval()).isAfter(now);
        if (justBack) return Optional.of(new Blame("\"%s\" is only just back".formatted(parent.name()), true));
        var believable = !hidden
                || standing.since().plus(parent.rules().worstCaseDetection()).isAfter(now);
        if (!silent.contains(parent.id()) || !believable) return Optional.empty();
        var heard = parent.alert().isPresent()
                || maintenance.at(parent.whose(), now).isPresent();
        return Optional.of(new Blame("\"%s\" does not answer either".formatted(parent.name()), heard));
    }

    /** Somebody is told of the parent, or of what it stands behind itself, or it is meant to be away. */
    private boolean tells(Watched parent, Standing theirs, Instant now, int deepest) {
        if (theirs.alerting() || maintenance.at(parent.whose(), now).isPresent()) return true;
        if (theirs.state() != State.UNREACHABLE || deepest == 0) return false;
        var above = ledger.standings(parent.parents());
        return watchList.find(parent.parents()).stream()
                .anyMatch(next ->
                        failing(above, next) && tells(next, above.get(next.id()).standing(), now, deepest - 1));
    }

    private static boolean failing(Map<UUID, Stored> standings, Watched check) {
        var stored = standings.get(check.id());
        return stored != null && stored.standing().state().failing();
    }

    private static boolean claimsNothingBad(Stored stored) {
        return stored != null && !stored.standing().state().failing();
    }

    /** No longer than the child's own confirmation takes, so that its worst case stays what it says. */
    private static Duration atMost(Watched parent, Watched child) {
        var most = child.timeout().plus(Rules.SECOND_LOOK);
        return parent.timeout().compareTo(most) < 0 ? parent.timeout() : most;
    }
}
