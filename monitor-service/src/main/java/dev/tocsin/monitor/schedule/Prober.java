package dev.tocsin.monitor.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.alerting.Fence;
import dev.tocsin.monitor.check.Watched;
import dev.tocsin.monitor.egress.Avoid;
import dev.tocsin.monitor.history.Recorder;
import dev.tocsin.monitor.history.ResultView;
import dev.tocsin.monitor.verdict.Cause;
import dev.tocsin.monitor.verdict.Confirmation;
import dev.tocsin.monitor.verdict.Observation;
import dev.tocsin.monitor.verdict.Outcome;
import dev.tocsin.monitor.verdict.Round;
import dev.tocsin.monitor.verdict.State;

/** One beat of one check: probe, confirm a failure at once, keep the results, judge. */
@ApplicationScoped
class Prober {
    private static final Executor ASIDE =
            task -> Thread.ofVirtual().name("aside").start(task);

    private final Shot shot;
    private final Confirmer confirmer;
    private final Parents parents;
    private final Connectivity connectivity;
    private final Recorder recorder;
    private final Judge judge;

    Prober(Shot shot, Confirmer confirmer, Parents parents, Connectivity connectivity, Recorder recorder, Judge judge) {
        this.shot = shot;
        this.confirmer = confirmer;
        this.parents = parents;
        this.connectivity = connectivity;
        this.recorder = recorder;
        this.judge = judge;
    }

    /**
     * @param fence empty when a person asked for it
     * @param late how long after its time it begins
     * @return the probes that were made, the one that was due first
     * @throws RuntimeException when the account cannot be written now
     */
    List<ResultView> run(Watch watch, Optional<Fence> fence, Duration late) {
        var check = watch.check();
        var first = shot.of(check, Avoid.NOTHING);
        var heard = heard(watch, first);
        var views = heard.round().seen().stream().map(ResultView::of).toList();
        for (var view : views) recorder.keep(check.id(), view, view.confirming() ? Duration.ZERO : late);
        judge.hear(watch, heard, fence);
        return views;
    }

    private Heard heard(Watch watch, Observation first) {
        return switch (first.outcome()) {
            case UP, DEGRADED -> alone(first);
            case DOWN -> afterFailure(watch, first);
            case UNKNOWN -> {
                var ours = first.cause().equals(Optional.of(Cause.PROBE)) && connectivity.lost();
                yield alone(ours ? blinded(first) : first);
            }
        };
    }

    private static Heard alone(Observation only) {
        return new Heard(Round.of(only), System.nanoTime(), Set.of());
    }

    private Observation blinded(Observation seen) {
        return seen.blindedBy(Cause.NO_CONNECTIVITY, connectivity.words());
    }

    /** Side by side: the same question again, and whether something else is to blame. */
    private Heard afterFailure(Watch watch, Observation failure) {
        var check = watch.check();
        var standing = watch.stored().standing();
        var silent = standing.state() == State.DOWN || check.parents().isEmpty()
                ? CompletableFuture.completedFuture(Set.<UUID>of())
                : aside(check);
        var answered = failure.evidence().status().isPresent(); // then there is a network
        var lost = answered
                ? CompletableFuture.completedFuture(false)
                : CompletableFuture.supplyAsync(connectivity::lost, ASIDE);
        var seen = confirmer.confirm(check, failure, Confirmation.of(standing, failure, check.rules()));
        var judged = lost.join() ? seen.stream().map(this::unlessAnswered).toList() : seen;
        return new Heard(new Round(judged), System.nanoTime(), silent.join());
    }

    private Observation unlessAnswered(Observation seen) {
        var silent = seen.outcome() == Outcome.DOWN && seen.evidence().status().isEmpty();
        return silent ? blinded(seen) : seen;
    }

    private CompletableFuture<Set<UUID>> aside(Watched check) {
        return CompletableFuture.supplyAsync(() -> parents.silent(check), ASIDE).exceptionally(_ -> Set.of());
    }
}
