package dev.tocsin.monitor.schedule;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import dev.tocsin.monitor.alerting.Stored;
import dev.tocsin.monitor.check.Watched;
import dev.tocsin.monitor.verdict.Observation;

/** One check under watch in this process. The mutable half is guarded by {@code lock}. */
final class Watch {
    private static final int UNSAVED_CAP = 100;

    final ReentrantLock lock = new ReentrantLock();
    private volatile Watched check;
    private Stored stored;
    private Optional<Instant> lastSeen;
    /** Heard but not yet in the account, because the database was away. */
    private final Deque<Observation> unsaved = new ArrayDeque<>();

    Watch(Watched check, Stored stored, Optional<Instant> lastSeen) {
        this.check = check;
        this.stored = stored;
        this.lastSeen = lastSeen;
    }

    Watched check() {
        return check;
    }

    Stored stored() {
        return stored;
    }

    Optional<Instant> lastSeen() {
        return lastSeen;
    }

    Deque<Observation> unsaved() {
        return unsaved;
    }

    void hear(Observation seen) {
        if (unsaved.size() == UNSAVED_CAP) unsaved.removeFirst();
        unsaved.addLast(seen);
    }

    void saved(Stored now) {
        stored = now;
    }

    void seen(Instant at) {
        lastSeen = Optional.of(at);
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
