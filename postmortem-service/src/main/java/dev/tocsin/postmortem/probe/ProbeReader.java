package dev.tocsin.postmortem.probe;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;

import dev.tocsin.postmortem.Rounds;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks monitor-service for what is due, until it answers. Woken by commits, swept each second. */
@ApplicationScoped
class ProbeReader {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int GONE = 404;

    private final Readings readings;
    private final MonitorClient monitor;
    private final ServiceToken identity;
    private final ExecutorService threads;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();

    ProbeReader(
            Readings readings,
            @RestClient MonitorClient monitor,
            ServiceToken identity,
            @VirtualThreads ExecutorService threads,
            Clock clock) {
        this.readings = readings;
        this.monitor = monitor;
        this.identity = identity;
        this.threads = threads;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(Duration.ofSeconds(1), this::sweep);
    }

    void sweep() {
        if (identity.isConfigured()) wake();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Readings.Due due) {
        wake();
    }

    private void wake() {
        // Whatever comes while one run ends is found by the sweep, a second later at most.
        if (running.compareAndSet(false, true)) threads.execute(this::run);
    }

    private void run() {
        try {
            for (var next = readings.next(); next.isPresent(); next = readings.next()) read(next.get());
        } catch (RuntimeException e) {
            Log.error("probe graphs cannot be asked for; it is tried again in a second", e);
        } finally {
            running.set(false);
        }
    }

    private void read(Readings.Reading reading) {
        try {
            var curve = monitor.curve(
                    identity.bearer(),
                    reading.check(),
                    reading.window().from(),
                    reading.window().to());
            if (curve.isSound()) readings.settle(reading, curve);
            else readings.giveUp(reading, "monitor-service sent no curve that could be drawn");
        } catch (WebApplicationException refused) {
            if (refused.getResponse().getStatus() == GONE) {
                readings.giveUp(reading, "the check is gone");
                return;
            }
            identity.forget();
            later(reading, "it answered " + refused.getResponse().getStatus());
        } catch (ProcessingException away) {
            later(reading, String.valueOf(away.getMessage()));
        }
    }

    private void later(Readings.Reading reading, String why) {
        Log.warnf("probe graph not had id=%s try=%d: %s", reading.postmortem(), reading.tries(), why);
        if (!clock.instant().isBefore(reading.giveUpAt())) {
            readings.giveUp(reading, "monitor-service did not answer for " + Readings.PATIENCE.toDays() + " days");
            return;
        }
        readings.again(reading, clock.instant().plus(pause(reading.tries())));
    }

    /** Twice as long each time, up to ten minutes. */
    static Duration pause(int tries) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.clamp(tries - 1, 0, 20));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
