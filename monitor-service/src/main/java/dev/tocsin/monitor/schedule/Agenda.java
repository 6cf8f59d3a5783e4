package dev.tocsin.monitor.schedule;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What is due when, on the monotonic clock. A check that is being probed is not due again before it is finished; beats
 * that it missed meanwhile are skipped, counted, and not caught up.
 */
final class Agenda {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition sooner = lock.newCondition();
    private final PriorityQueue<Item> queue = new PriorityQueue<>((a, b) -> Long.signum(a.due - b.due));
    private final Map<UUID, Item> items = new HashMap<>();

    /** One check's place on the agenda. */
    static final class Item {
        private final Watch watch;
        private final long beat;
        private final long interval;
        private long due;

        private Item(Watch watch, long due, long beat) {
            this.watch = watch;
            this.due = due;
            this.beat = beat;
            this.interval = watch.check().interval().toNanos();
        }

        private long beatAfter(long moment) {
            return moment + interval - Math.floorMod(moment - beat, interval);
        }
    }

    /** A check whose time has come. @param at when that was, in monotonic nanoseconds */
    record Due(Item item, long at) {
        Watch watch() {
            return item.watch;
        }
    }

    /**
     * Puts a check on the agenda, instead of whatever stood there for it.
     *
     * @param due the first time; it may be before the beat
     * @param beat any moment of the check's regular beat
     */
    void place(Watch watch, long due, long beat) {
        locked(() -> {
            var item = new Item(watch, due, beat);
            var old = items.put(watch.check().id(), item);
            if (old != null) queue.remove(old);
            queue.add(item);
            sooner.signal();
            return null;
        });
    }

    Optional<Watch> find(UUID check) {
        return locked(() -> Optional.ofNullable(items.get(check)).map(item -> item.watch));
    }

    void forget(UUID check) {
        locked(() -> {
            var item = items.remove(check);
            return item != null && queue.remove(item);
        });
    }

    void forgetSlots(Collection<Integer> slots) {
        locked(() -> {
            items.values().removeIf(item -> slots.contains(item.watch.check().slot()));
            return queue.removeIf(item -> slots.contains(item.watch.check().slot()));
        });
    }

    /** The most overdue check, taken off until it is finished. */
    Optional<Due> poll(long now) {
        return locked(() -> {
            var first = queue.peek();
            if (first == null || first.due - now > 0) return Optional.empty();
            queue.remove();
            return Optional.of(new Due(first, first.due));
        });
    }

    /** Waits until something is due, or for this long. */
    void await(Duration most) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var first = queue.peek();
            var wait = first == null ? most.toNanos() : Math.min(most.toNanos(), first.due - System.nanoTime());
            if (wait > 0) sooner.await(wait, TimeUnit.NANOSECONDS);
        } finally {
            lock.unlock();
        }
    }

    /** Sets the next beat and says how many were missed. */
    long finished(Due due, long now) {
        return locked(() -> {
            var item = due.item;
            if (items.get(item.watch.check().id()) != item) return 0L; // forgotten or replaced meanwhile
            var next = item.beatAfter(due.at);
            var skipped = next - now > 0 ? 0 : (now - next) / item.interval + 1;
            item.due = next + skipped * item.interval;
            queue.add(item);
            sooner.signal();
            return skipped;
        });
    }

    /** How long the most overdue check waits already. */
    Duration overdue(long now) {
        return locked(() -> {
            var first = queue.peek();
            return first == null || first.due - now > 0 ? Duration.ZERO : Duration.ofNanos(now - first.due);
        });
    }

    /** Beats whose time has come and that have not begun. */
    long backlog(long now) {
        return locked(() -> queue.stream()
                .filter(item -> now - item.due > 0)
                .mapToLong(item -> (now - item.due) / item.interval + 1)
                .sum());
    }

    /** Everything on the agenda, and whether its time has come and gone. */
    Map<Watch, Boolean> overdueByWatch(long now) {
        return locked(() -> {
            var all = new HashMap<Watch, Boolean>();
            items.values().forEach(item -> all.put(item.watch, now - item.due > 0));
            return all;
        });
    }

    int size() {
        return locked(items::size);
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
