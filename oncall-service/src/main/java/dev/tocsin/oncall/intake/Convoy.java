package dev.tocsin.oncall.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Breath;
import dev.tocsin.oncall.SettingsMemory;
import dev.tocsin.oncall.catalog.Catalog;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.virtual.threads.VirtualThreads;

/**
 * Carries what different requests say through one transaction when they come faster than transactions end: in a flood a
 * commit is shared by many, and each request is answered after the commit that made it durable. On a quiet day everybody
 * travels alone and at once. If a convoy fails, each of its requests goes by itself, so none fails for another.
 */
@ApplicationScoped
class Convoy {
    private static final int SIGNALS = 64;
    private static final int AT_ONCE = 3;

    /** Longer than any statement may take. */
    private static final int PATIENCE_SECONDS = 60;

    /** What one request says through the door with this key. */
    private record Ride(
            String routingKey,
            List<Signal> signals,
            Optional<String> group,
            long since,
            CompletableFuture<Optional<List<Effect>>> arrived) {
        /** What is told in groups is answered with what it did. */
        boolean mayLieDown() {
            return group.isEmpty() && signals.size() == 1;
        }
    }

    /** So many may lie in the inbox before those who bring more are slowed down, a millisecond for each hundred. */
    private static final int PATIENT = 2_500;

    private static final int SLOWEST_MILLIS = 100;

    private final Queue<Ride> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore roads = new Semaphore(AT_ONCE);
    private final Catalog catalog;
    private final Signals signals;
    private final Inbox inbox;
    private final InboxClerk clerk;
    private final IntakeConfig config;
    private final SettingsMemory settings;
    private final ExecutorService threads;
    private volatile int depth;

    Convoy(
            Catalog catalog,
            Signals signals,
            Inbox inbox,
            InboxClerk clerk,
            IntakeConfig config,
            SettingsMemory settings,
            @VirtualThreads ExecutorService threads) {
        this.catalog = catalog;
        this.signals = signals;
        this.inbox = inbox;
        this.clerk = clerk;
        this.config = config;
        this.settings = settings;
        this.threads = threads;
    }

    /**
     * What the signals did, or that they were taken, when that is durable; empty when the key opens no door. The more
     * lies in the inbox the later it says so: whoever floods us must not take the time that paging needs.
     */
    Optional<List<Effect>> take(String routingKey, List<Signal> said, Optional<String> group) {
        var ride = new Ride(routingKey, said, group, System.nanoTime(), new CompletableFuture<>());
        waiting.add(ride);
        if (roads.tryAcquire()) threads.execute(this::lead);
        var effects =
                ride.arrived().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        if (effects.filter(Convoy::taken).isPresent()) Breath.taken(pause());
        return effects;
    }

    private Duration pause() {
        return Duration.ofMillis(Math.clamp((depth - PATIENT) / 100, 0, SLOWEST_MILLIS));
    }

    /** Whoever comes after the last look finds a free road. */
    private void lead() {
        do {
            try {
                for (var rides = next(); !rides.isEmpty(); rides = next()) carry(rides);
            } finally {
                roads.release();
            }
        } while (!waiting.isEmpty() && roads.tryAcquire());
    }

    private List<Ride> next() {
        var rides = new ArrayList<Ride>();
        int size = 0;
        while (size < SIGNALS) {
            var ride = waiting.poll();
            if (ride == null) break;
            rides.add(ride);
            size += ride.signals().size();
        }
        return rides;
    }

    private void carry(List<Ride> rides) {
        try {
            var all = QuarkusTransaction.requiringNew().call(() -> settings.within(() -> together(rides)));
            boolean taken = false;
            for (int i = 0; i < rides.size(); i++) {
                taken |= all.get(i).filter(Convoy::taken).isPresent();
                rides.get(i).arrived().complete(all.get(i));
            }
            if (taken) clerk.wake();
        } catch (RuntimeException e) {
            if (rides.size() == 1) rides.getFirst().arrived().completeExceptionally(e);
            else rides.forEach(ride -> carry(List.of(ride)));
        }
    }

    private static boolean taken(List<Effect> effects) {
        return effects.stream().anyMatch(effect -> effect.outcome() == Effect.Outcome.TAKEN);
    }

    /** Does what is said; in a flood only writes it down, where that may be. */
    private List<Optional<List<Effect>>> together(List<Ride> rides) {
        var doors = rides.stream().map(ride -> catalog.open(ride.routingKey())).toList();
        boolean flood = flood(rides);
        var told = new ArrayList<Signals.Told>();
        var lying = new ArrayList<Signals.Told>();
        for (int i = 0; i < rides.size(); i++) {
            var ride = rides.get(i);
            var where = flood && ride.mayLieDown() ? lying : told;
            doors.get(i)
                    .ifPresent(door -> ride.signals()
                            .forEach(signal ->
                                    where.add(new Signals.Told(door, signal, ride.group(), Optional.empty()))));
        }
        inbox.put(lying);
        var done = signals.take(told).iterator();
        var arrived = new ArrayList<Optional<List<Effect>>>();
        for (int i = 0; i < rides.size(); i++) {
            var ride = rides.get(i);
            boolean down = flood && ride.mayLieDown();
            arrived.add(doors.get(i)
                    .map(_ -> ride.signals().stream()
                            .map(signal -> down ? Effect.taken(signal) : done.next())
                            .toList()));
        }
        return arrived;
    }

    private boolean flood(List<Ride> rides) {
        if (rides.stream().noneMatch(Ride::mayLieDown)) return false;
        var now = System.nanoTime();
        var longest = config.longestWait().toNanos();
        depth = inbox.depth();
        return depth > 0 || rides.stream().anyMatch(ride -> now - ride.since() > longest);
    }
}
