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
    private final Recorder recorder;
    private final Judge judge;

    Prober(Shot shot, Confirmer confirmer, Parents parents, Recorder recorder, Judge judge) {
        this.shot = shot;
        this.confirmer = confirmer;
        this.parents = parents;
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
        var heard = first.outcome() == Outcome.DOWN
                ? afterFailure(watch, first)
                : new Heard(Round.of(first), System.nanoTime(), Set.of());
        var views = heard.round().seen().stream().map(ResultView::of).toList();
        for (var view : views) recorder.keep(check.id(), view, view.confirming() ? Duration.ZERO : late);
        judge.hear(watch, heard, fence);
        return views;
    }

    /** Side by side: the same question again, and whether something else is to blame. */
    private Heard afterFailure(Watch watch, Observation failure) {
        var check = watch.check();
        var standing = watch.stored().standing();
        var silent = standing.state() == State.DOWN || check.parents().isEmpty()
                ? CompletableFuture.completedFuture(Set.<UUID>of())
                : aside(check);
        var seen = confirmer.confirm(check, failure, Confirmation.of(standing, failure, check.rules()));
        return new Heard(new Round(seen), System.nanoTime(), silent.join());
    }

    private CompletableFuture<Set<UUID>> aside(Watched check) {
        return CompletableFuture.supplyAsync(() -> parents.silent(check), ASIDE).exceptionally(_ -> Set.of());
    }
}
