package dev.tocsin.oncall.paging;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import dev.tocsin.oncall.Breath;
import dev.tocsin.oncall.Rounds;
import dev.tocsin.oncall.incident.SomethingDue;
import dev.tocsin.oncall.paging.PageRepository.Claimed;
import dev.tocsin.oncall.people.Directory;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;

/**
 * Sends what is due: woken by each commit that may have made something due, and each second as a net. Every request
 * has a virtual thread of its own; no lock and no connection is held while it waits for the carrier.
 */
@ApplicationScoped
class Pager {
    private static final int BATCH = 20;

    private static final Duration BREATH = Duration.ofMillis(5);

    private final Dispatch dispatch;
    private final Outcomes outcomes;
    private final Bundles bundles;
    private final Courier courier;
    private final ExecutorService threads;
    private final Semaphore slots;
    private final AtomicInteger wishes = new AtomicInteger();
    private final AtomicBoolean starved = new AtomicBoolean();

    Pager(
            Dispatch dispatch,
            Outcomes outcomes,
            Bundles bundles,
            Courier courier,
            PagingConfig config,
            @VirtualThreads ExecutorService threads) {
        this.dispatch = dispatch;
        this.outcomes = outcomes;
        this.bundles = bundles;
        this.courier = courier;
        this.threads = threads;
        this.slots = new Semaphore(config.concurrency());
    }

    void start(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(Duration.ofSeconds(1), this::sweep);
    }

    /** What no commit announces: pages whose time has come, claims that ended, requests without an answer. */
    void sweep() {
        try {
            dispatch.freeAbandoned();
            var owner = UUID.randomUUID();
            outcomes.claimLost(owner, Math.min(slots.availablePermits(), BATCH))
                    .forEach(page -> occupy(() -> recover(page, owner)));
            bundles.orphans(BATCH).forEach(orphan -> occupy(() -> bundles.adopt(orphan)));
        } catch (RuntimeException e) {
            Log.error("paging cannot look for what was left behind; it tries again in a second", e);
        }
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
                Log.error("paging cannot look for what is due; it tries again in a second", e);
            }
        } while (!wishes.compareAndSet(seen, 0) && Breath.taken(BREATH));
    }

    private void drain() {
        var owner = UUID.randomUUID();
        boolean more = true;
        while (more) {
            int free = Math.min(slots.availablePermits(), BATCH);
            starved.set(free == 0);
            if (free == 0) return;
            var due = dispatch.claimDue(owner, free);
            due.forEach(page -> occupy(() -> send(page, owner)));
            more = due.size() == free;
        }
    }

    private void occupy(Runnable work) {
        slots.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                Log.error("a page could not be worked on; its claim ends by itself", e);
            } finally {
                slots.release();
                if (starved.getAndSet(false)) wake();
            }
        });
    }

    private void send(Claimed page, UUID owner) {
        dispatch.intend(page, owner).ifPresent(order -> {
            outcomes.settle(order, courier.send(order.message()));
            order.bundled().forEach(bundles::tell);
        });
    }

    /** Only texts can be found again by their words. */
    private Courier.Trace trace(Outcomes.Lost lost) {
        return lost.kind() == Directory.Kind.SMS
                ? courier.trace(lost.to(), lost.since(), lost.bodyHash())
                : new Courier.Trace.Nothing();
    }

    private void recover(Claimed page, UUID owner) {
        outcomes.lost(page, owner).ifPresent(lost -> outcomes.reconcile(lost, trace(lost)));
        wake();
    }
}
