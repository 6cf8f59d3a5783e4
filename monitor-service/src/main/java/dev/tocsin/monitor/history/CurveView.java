package dev.tocsin.monitor.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.tocsin.monitor.verdict.Outcome;

/**
 * A check over any stretch of time in steps few enough to draw; one value a step in each list.
 *
 * @param from beginning of the first step
 * @param millis typical latency of the good answers in milliseconds; null where there was none
 * @param failed how many probes found it down
 * @param probes how many there were; none is a gap
 */
public record CurveView(
        String check,
        UUID checkId,
        Instant from,
        Duration step,
        List<Double> millis,
        List<Long> failed,
        List<Long> probes) {

    static CurveView of(String name, UUID id, Series series) {
        var millis = new ArrayList<Double>();
        var failed = new ArrayList<Long>();
        var probes = new ArrayList<Long>();
        for (var i = 0; i < series.size(); i++) {
            var bucket = series.bucket(i);
            var typical = bucket.latency(0.5);
            millis.add(typical.isPresent() ? Math.round(typical.getAsDouble() * 10) / 10.0 : null);
            failed.add(bucket.count(Outcome.DOWN));
            probes.add(bucket.probes());
        }
        return new CurveView(name, id, series.from(), series.step(), millis, failed, probes);
    }
}
