package dev.tocsin.monitor.schedule;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.alerting.Fence;
import dev.tocsin.monitor.check.Watched;
import dev.tocsin.monitor.history.Recorder;
import dev.tocsin.monitor.history.ResultView;
import dev.tocsin.monitor.probe.ProbeResult;
import dev.tocsin.monitor.probe.Probes;
import io.quarkus.logging.Log;

/** One run of one check: probe, keep the result, judge. */
@ApplicationScoped
class Prober {
    private final Probes probes;
    private final Recorder recorder;
    private final Judge judge;
    private final Load load;
    private final Clock clock;

    Prober(Probes probes, Recorder recorder, Judge judge, Load load, Clock clock) {
        this.probes = probes;
        this.recorder = recorder;
        this.judge = judge;
        this.load = load;
        this.clock = clock;
    }

    /** @param fence empty when a person asked for it. @throws RuntimeException when the account cannot be written now */
    ResultView run(Watch watch, Optional<Fence> fence) {
        var check = watch.check();
        var result = probe(check);
        var at = clock.instant();
        var view = ResultView.of(at, result);
        load.done(result.outcome(), result.evidence().latency());
        recorder.keep(check.id(), view);
        judge.hear(watch, result.observed(at), fence);
        return view;
    }

    /** A fault of ours tells nothing about the target. */
    private ProbeResult probe(Watched check) {
        try {
            return probes.probe(check.target(), check.timeout());
        } catch (RuntimeException e) {
            Log.errorf(e, "probe broke check=%s", check.id());
            return ProbeResult.broken("the probe itself broke: " + e);
        }
    }
}
