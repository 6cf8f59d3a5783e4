package dev.tocsin.oncall.paging;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import dev.tocsin.oncall.Breath;
import dev.tocsin.oncall.Rounds;
import dev.tocsin.oncall.incident.SomethingDue;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;

/** Sends announcements, one after the other: they come after the pages, and take none of their places. */
@ApplicationScoped
class Herald {
    private static final int BATCH = 10;

    private static final Duration BREATH = Duration.ofMillis(50);

    private final Proclaimer proclaimer;
    private final Courier courier;
    private final ExecutorService threads;
    private final AtomicInteger wishes = new AtomicInteger();

    Herald(Proclaimer proclaimer, Courier courier, @VirtualThreads ExecutorService threads) {
        this.proclaimer = proclaimer;
        this.courier = courier;
        this.threads = threads;
    }

    void start(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(Duration.ofSeconds(2), this::sweep);
    }

    void sweep() {
        wake();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) SomethingDue due) {
        wake();
    }

    private void wake() {
        if (wishes.getAndIncrement() == 0) threads.execute(this::drainWishes);
    }

    private void drainWishes() {
        int seen;
        do {
            seen = wishes.get();
            try {
                drain();
            } catch (RuntimeException e) {
                Log.error("announcements cannot be looked for; it is tried again in two seconds", e);
            }
        } while (!wishes.compareAndSet(seen, 0) && Breath.taken(BREATH));
    }

    private void drain() {
        var claimed = proclaimer.claim(BATCH);
        while (!claimed.isEmpty()) {
            for (var id : claimed) {
                proclaimer.message(id).ifPresent(message -> proclaimer.settle(id, courier.send(message)));
            }
            claimed = proclaimer.claim(BATCH);
        }
    }
}
