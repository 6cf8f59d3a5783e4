package dev.tocsin.monitor.schedule;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.tocsin.monitor.alerting.Ledger;
import dev.tocsin.monitor.check.WatchList;
import dev.tocsin.monitor.check.Watched;
import dev.tocsin.monitor.heartbeat.Called;
import dev.tocsin.monitor.history.ResultView;
import dev.tocsin.monitor.history.Results;

/** Probes between two beats, on whichever replica is asked: because a person wants to know, or because a job has called. */
@ApplicationScoped
class OnDemand {
    private final Prober prober;
    private final WatchList watchList;
    private final Ledger ledger;
    private final Results results;
    private final Clock clock;

    OnDemand(Prober prober, WatchList watchList, Ledger ledger, Results results, Clock clock) {
        this.prober = prober;
        this.watchList = watchList;
        this.ledger = ledger;
        this.results = results;
        this.clock = clock;
    }

    /** The result, which counts like any other; empty when there is no such check. */
    Optional<ResultView> run(UUID id) {
        return watchList.find(id).map(check -> run(check));
    }

    /** A job has called; where it is not paused, its check may stand differently at once. */
    void called(@Observes Called call) {
        watchList.find(call.check()).filter(check -> !check.paused()).ifPresent(this::run);
    }

    private ResultView run(Watched check) {
        var stored = ledger.standings(Set.of(check.id())).get(check.id());
        var last = Optional.ofNullable(results.last(List.of(check.id())).get(check.id()))
                .map(ResultView::at);
        var ago = last.map(at -> Duration.between(at, clock.instant())).orElse(Duration.ZERO);
        var watch = new Watch(check, stored, last, ago);
        var seen = prober.run(watch, Optional.empty(), Duration.ZERO);
        // The replica that owns it must not judge from what it knew before.
        if (watch.stored().revision() != stored.revision()) watchList.touch(check.id());
        return seen.getFirst();
    }
}
