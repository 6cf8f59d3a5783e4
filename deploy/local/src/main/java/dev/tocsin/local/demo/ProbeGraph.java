package dev.tocsin.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a check would have seen around an incident of the story: quiet before, slower as the trouble comes, failing or
 * slow while it lasts, a little slow after it; or nothing at all. The same incident always gives the same graph.
 */
record ProbeGraph(
        String check, Instant from, Duration step, List<Double> millis, List<Integer> failed, List<Integer> probes) {
    /** What there was to see from outside. */
    enum Seen {
        NOTHING,
        SLOW,
        FAILING
    }

    private static final int STEPS = 160;
    private static final int A_STEP = 2;

    /** Of an incident whose impact lasted from {@code bad} to {@code good}. */
    static ProbeGraph around(String check, Seen seen, Instant bad, Instant good) {
        var length = Duration.between(bad, good);
        var from = bad.minus(length.dividedBy(3)).minusSeconds(300);
        var to = good.plus(length.dividedBy(5)).plusSeconds(180);
        var step = Duration.ofSeconds(Math.max(1, Duration.between(from, to).toSeconds() / STEPS));
        var random = new Random(check.hashCode());
        var usual = 40 + random.nextInt(120);
        var graph = new ProbeGraph(check, from, step, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var at = from; at.isBefore(to); at = at.plus(step)) {
            var share = (double) Duration.between(bad, at).toMillis() / length.toMillis();
            var down = seen == Seen.FAILING && share >= 0 && share < 1 && random.nextDouble() < 0.85;
            var slow = seen == Seen.NOTHING ? 1 : share >= 0 && share < 1.12 ? 4 : share > -0.08 && share < 0 ? 2.5 : 1;
            graph.millis.add(down ? null : Math.round(usual * slow * (0.85 + random.nextDouble() * 0.4) * 10) / 10.0);
            graph.failed.add(down ? A_STEP : 0);
            graph.probes.add(A_STEP);
        }
        return graph;
    }
}
