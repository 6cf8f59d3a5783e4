package dev.tocsin.monitor.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import dev.tocsin.monitor.alerting.Stored;
import dev.tocsin.monitor.check.Watched;
import dev.tocsin.monitor.verdict.Evidence;
import dev.tocsin.monitor.verdict.Gap;
import dev.tocsin.monitor.verdict.Outcome;

/** One check under watch in this process. The mutable half is guarded by {@code lock}. */
final class Watch {
    private static final int UNSAVED_CAP = 100;

    final ReentrantLock lock = new ReentrantLock();
    private volatile Watched check;
    private volatile Stored stored;
    private Optional<Instant> lastSeen;
    private long seenNanos;
    private Optional<Evidence> lastGood = Optional.empty();
    /** Heard but not yet in the account, because the database was away. */
    private final Deque<Heard> unsaved = new ArrayDeque<>();

    /** @param seenAgo how long before now it was last seen */
    Watch(Watched check, Stored stored, Optional<Instant> lastSeen, Duration seenAgo) {
        this.check = check;
        this.stored = stored;
        this.lastSeen = lastSeen;
        this.seenNanos = System.nanoTime() - seenAgo.toNanos();
    }

    Watched check() {
        return check;
    }

    /** As this process last knew it; read without the lock only to guess. */
    Stored stored() {
        return stored;
    }

    /** How long nobody had looked at this moment of the monotonic clock. */
    Gap gap(long nanos) {
        return new Gap(lastSeen, Duration.ofNanos(Math.max(0, nanos - seenNanos)));
    }

    /** What the last good probe of this process found. */
    Optional<Evidence> lastGood() {
        return lastGood;
    }

    Deque<Heard> unsaved() {
        return unsaved;
    }

    void hear(Heard seen) {
        if (unsaved.size() == UNSAVED_CAP) unsaved.removeFirst();
        unsaved.addLast(seen);
    }

    void saved(Stored now) {
        stored = now;
    }

    /** The round is in the account. */
    void settled(Heard heard) {
        var last = heard.round().last();
        lastSeen = Optional.of(last.at());
        seenNanos = heard.nanos();
        if (last.outcome() == Outcome.UP || last.outcome() == Outcome.DEGRADED) lastGood = Optional.of(last.evidence());
    }

    /** Takes over what people changed; what this process knows already is kept. */
    void refresh(Watched changed, Stored read) {
        lock.lock();
        try {
            check = changed;
            if (read.revision() > stored.revision()) stored = read;
        } finally {
            lock.unlock();
        }
    }
}
