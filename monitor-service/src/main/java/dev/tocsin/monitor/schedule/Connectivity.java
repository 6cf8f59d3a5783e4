package dev.tocsin.monitor.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.tocsin.monitor.Rounds;
import dev.tocsin.monitor.egress.AddressPolicy;
import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.egress.Resolver;
import dev.tocsin.monitor.probe.Network;
import dev.tocsin.monitor.probe.Probes;
import dev.tocsin.monitor.probe.Target;
import dev.tocsin.monitor.timing.Deadlines;
import dev.tocsin.monitor.tls.Tls;
import dev.tocsin.monitor.verdict.Outcome;
import dev.tocsin.monitor.verdict.Rules;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/**
 * Whether our own network is there: asked of the reference targets, all at once, when a probe got no answer at all. One
 * that answers is enough. However many probes fail, the question goes out once a second at most, and the loss is said once.
 */
@ApplicationScoped
class Connectivity {
    private static final Executor ASIDE =
            task -> Thread.ofVirtual().name("reference").start(task);
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final List<Target> references;
    private final Probes probes;
    private final Clock clock;
    private volatile Optional<Instant> lostSince = Optional.empty();
    private CompletableFuture<Boolean> answer = CompletableFuture.completedFuture(false);
    private long asked = System.nanoTime() - FRESH.toNanos();

    Connectivity(
            ReferenceConfig config,
            Resolver resolver,
            Tls tls,
            Deadlines deadlines,
            Clock clock,
            MeterRegistry meters) {
        this.references = References.parse(config.targets().orElse(List.of()));
        this.probes = Probes.over(new Network(new Dialer(resolver, AddressPolicy.trusting()), tls, deadlines, clock));
        this.clock = clock;
        meters.gauge("tocsin.connectivity.lost", this, c -> c.lostSince.isPresent() ? 1 : 0);
    }

    /** Since when none of the reference targets answers. */
    Optional<Instant> lostSince() {
        return lostSince;
    }

    /** Blocks for {@link Rules#SECOND_LOOK} at most. Never true without a reference target. */
    boolean lost() {
        return !references.isEmpty() && asking().join();
    }

    String words() {
        var count = references.size();
        return count == 1
                ? "our own network is gone: the reference target does not answer"
                : "our own network is gone: none of %d reference targets answers".formatted(count);
    }

    void start(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(Duration.ofSeconds(2), this::look);
    }

    /** Notices its return although nobody asks. */
    void look() {
        if (lostSince.isPresent()) lost();
    }

    private synchronized CompletableFuture<Boolean> asking() {
        var now = System.nanoTime();
        if (answer.isDone() && now - asked > FRESH.toNanos()) {
            asked = now;
            answer = CompletableFuture.supplyAsync(this::ask, ASIDE);
        }
        return answer;
    }

    private boolean ask() {
        var answers = references.stream()
                .map(target -> CompletableFuture.supplyAsync(() -> answers(target), ASIDE))
                .toList();
        var lost = answers.stream().noneMatch(CompletableFuture::join);
        if (lost && lostSince.isEmpty()) {
            lostSince = Optional.of(clock.instant());
            Log.errorf("%s; checks that get no answer are unknown, not down", words());
        } else if (!lost && lostSince.isPresent()) {
            Log.infof("our own network is back, gone since %s", lostSince.get());
            lostSince = Optional.empty();
        }
        return lost;
    }

    /** Any answer will do, even an error page. */
    private boolean answers(Target target) {
        var result = probes.probe(target, Rules.SECOND_LOOK);
        return result.outcome() == Outcome.UP || result.evidence().status().isPresent();
    }
}
