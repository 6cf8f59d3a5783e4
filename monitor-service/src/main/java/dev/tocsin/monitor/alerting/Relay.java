package dev.tocsin.monitor.alerting;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Sends what the ledger wrote, until it is taken. Woken by each signal, sweeps twice a second for what a dead or patient
 * sender left; every claimed row is carried by a virtual thread of its own.
 */
@ApplicationScoped
class Relay {
    private static final long SWEEP_MILLIS = 500;

    private final Outbox outbox;
    private final Courier courier;
    private final Wake wake;
    private final MeterRegistry meters;
    private final Backoff backoff;
    private final Semaphore hands;
    private final ExecutorService carriers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("relay-", 0).factory());
    private volatile boolean stopping;
    private Thread loop;

    Relay(Outbox outbox, Courier courier, Wake wake, AlertingConfig config, MeterRegistry meters) {
        this.outbox = outbox;
        this.courier = courier;
        this.wake = wake;
        this.meters = meters;
        this.backoff = new Backoff(config.firstWait(), config.longestWait());
        this.hands = new Semaphore(config.parallel());
    }

    void start(@Observes StartupEvent event) {
        meters.gauge("tocsin.alerts.oldest.pending.seconds", outbox, Relay::age);
        loop = Thread.ofPlatform().daemon().name("relay").start(this::run);
    }

    /** What is in flight may finish; what is not starts elsewhere when its lease is over. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wake.up();
        loop.join(2000);
        carriers.shutdown();
        if (!carriers.awaitTermination(5, TimeUnit.SECONDS)) Log.warn("stopped with alerts still in flight");
    }

    private void run() {
        while (!stopping) {
            try {
                if (sweep() == 0) wake.await(SWEEP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                Log.errorf("the relay could not look for alerts: %s", e.getMessage());
                pause();
            }
        }
    }

    /** Starts to carry all that is due and that hands are free for; says how many. */
    int sweep() {
        var free = hands.drainPermits();
        if (free == 0) return 0;
        var letters = List.<Outbox.Letter>of();
        try {
            letters = outbox.claim(free);
        } finally {
            hands.release(free - letters.size());
        }
        for (var letter : letters) carriers.execute(() -> carry(letter));
        return letters.size();
    }

    private void carry(Outbox.Letter letter) {
        try {
            switch (courier.carry(letter.event(), letter.routingKey(), letter.eventsUrl())) {
                case Courier.Receipt.Taken(var answer) -> {
                    outbox.delivered(letter, answer);
                    meters.counter("tocsin.alerts", "outcome", "delivered").increment();
                    Log.infof(
                            "alert delivered check=%s change=%d tries=%d", letter.check(), letter.id(), letter.tries());
                }
                case Courier.Receipt.Rejected(var answer) -> {
                    outbox.rejected(letter, answer);
                    meters.counter("tocsin.alerts", "outcome", "rejected").increment();
                    Log.errorf(
                            "alert rejected check=%s change=%d answer=%s",
                            letter.check(), letter.id(), oneLine(answer));
                }
                case Courier.Receipt.NotNow(var answer) -> {
                    var wait = backoff.after(letter.tries());
                    outbox.again(letter, wait, answer);
                    meters.counter("tocsin.alerts", "outcome", "retried").increment();
                    Log.warnf(
                            "alert not taken check=%s change=%d tries=%d again=%s answer=%s",
                            letter.check(), letter.id(), letter.tries(), wait, oneLine(answer));
                }
            }
        } catch (RuntimeException e) {
            Log.errorf(e, "alert stays pending check=%s change=%d", letter.check(), letter.id());
        } finally {
            hands.release();
            wake.up(); // the check's next row may be free now
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private static double age(Outbox outbox) {
        return outbox.oldestPendingSeconds();
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(SWEEP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
