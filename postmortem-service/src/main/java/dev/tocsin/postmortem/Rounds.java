package dev.tocsin.postmortem;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.arc.Arc;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;

/**
 * Makes rounds of what cannot wait, each in a thread of its own, for as long as the service runs. Their pauses go by what
 * the machine counts evenly since its start. The scheduler goes by the wall clock: where somebody sets that back by four
 * minutes, it does nothing for four minutes. It is for what can wait, such as the sweeping of each hour.
 */
@Singleton
public class Rounds {
    private final CountDownLatch over = new CountDownLatch(1);

    /** A first round now, and each next one so long after the one before has ended. A round that fails ends no other. */
    public void every(Duration pause, Runnable round) {
        Thread.ofVirtual().name("rounds").start(() -> go(pause, round));
    }

    private void go(Duration pause, Runnable round) {
        try {
            do make(round);
            while (!over.await(pause.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
        }
    }

    private static void make(Runnable round) {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            round.run();
        } catch (RuntimeException | Error e) {
            Log.error("a round failed; the next comes as usual", e);
        } finally {
            context.terminate();
        }
    }

    void end(@Observes ShutdownEvent event) {
        over.countDown();
    }
}
