package dev.tocsin.oncall.intake;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicIntegerArray;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.tocsin.oncall.Rounds;
import dev.tocsin.oncall.SettingsMemory;
import dev.tocsin.oncall.catalog.Catalog;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;

/** Works on what lies in the inbox, oldest first: woken by whoever put something there, and each second as a net. */
@ApplicationScoped
class InboxClerk {
    private static final int AT_ONCE = 64;

    private final Inbox inbox;
    private final Signals signals;
    private final Catalog catalog;
    private final SettingsMemory settings;
    private final ExecutorService threads;
    /** By lane: how often somebody wished it to be worked on since that began. */
    private final AtomicIntegerArray wishes = new AtomicIntegerArray(Inbox.LANES);

    InboxClerk(
            Inbox inbox,
            Signals signals,
            Catalog catalog,
            SettingsMemory settings,
            @VirtualThreads ExecutorService threads) {
        this.inbox = inbox;
        this.signals = signals;
        this.catalog = catalog;
        this.settings = settings;
        this.threads = threads;
    }

    void start(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(Duration.ofSeconds(1), this::wake);
    }

    /** What another replica left, and what is to be tried again. */
    void wake() {
        for (int i = 0; i < Inbox.LANES; i++) {
            int lane = i;
            if (wishes.getAndIncrement(lane) == 0) threads.execute(() -> drainWishes(lane));
        }
    }

    private void drainWishes(int lane) {
        int seen;
        do {
            seen = wishes.get(lane);
            try {
                drain(lane);
            } catch (RuntimeException e) {
                Log.error("the inbox cannot be worked on; it is tried again in a second", e);
            }
        } while (!wishes.compareAndSet(lane, seen, 0));
    }

    /** If several fail, each goes by itself; one that fails alone is set aside. */
    private void drain(int lane) {
        int alone = 0;
        int done = AT_ONCE;
        while (done > 0) {
            try {
                done = some(lane, alone > 0 ? 1 : AT_ONCE);
                if (alone > 0) alone--;
            } catch (RuntimeException e) {
                if (alone > 0) setAside(lane, e);
                else alone = AT_ONCE;
            }
        }
    }

    private int some(int lane, int most) {
        return QuarkusTransaction.requiringNew()
                .call(() -> settings.within(() -> {
                    var lying = inbox.first(lane, most);
                    if (lying.isEmpty()) return 0;
                    var told = lying.stream()
                            .flatMap(one -> Inbox.told(one, catalog).stream())
                            .toList();
                    if (told.size() < lying.size()) Log.warn("events dropped: their integration is gone");
                    signals.take(told);
                    inbox.done(lying);
                    return lying.size();
                }));
    }

    private void setAside(int lane, RuntimeException e) {
        var id = QuarkusTransaction.requiringNew().call(() -> inbox.setAside(lane));
        Log.errorf(e, "an event cannot be worked on inbox=%s; it is tried again", id);
    }
}
