package dev.tocsin.monitor.schedule;

import java.time.Duration;

/**
 * What was owed, run and late within the last {@link #WINDOW}, purely: a ring of buckets on the monotonic clock. Thread
 * safe.
 */
final class Debt {
    static final Duration WINDOW = Duration.ofMinutes(5);
    /** A probe that begins later than this is late. */
    static final Duration LATE = Duration.ofSeconds(1);

    private static final Duration BUCKET = Duration.ofSeconds(10);
    private static final int BUCKETS = (int) WINDOW.dividedBy(BUCKET);

    private final long[] owed = new long[BUCKETS];
    private final long[] executed = new long[BUCKETS];
    private final long[] late = new long[BUCKETS];
    private final long started;
    private long current;

    /** @param now any moment of the monotonic clock */
    Debt(long now) {
        started = now;
    }

    /** Sums over the window. */
    record Sums(long owed, long executed, long late) {}

    synchronized void ran(long now, Duration lateness) {
        turn(now);
        var at = (int) (current % BUCKETS);
        owed[at]++;
        executed[at]++;
        if (lateness.compareTo(LATE) > 0) late[at]++;
    }

    synchronized void leftOut(long now, long beats) {
        turn(now);
        owed[(int) (current % BUCKETS)] += beats;
    }

    synchronized Sums sums(long now) {
        turn(now);
        var sums = new Sums(0, 0, 0);
        for (var i = 0; i < BUCKETS; i++)
            sums = new Sums(sums.owed + owed[i], sums.executed + executed[i], sums.late + late[i]);
        return sums;
    }

    private void turn(long now) {
        var next = Math.max(current, (now - started) / BUCKET.toNanos());
        for (var i = Math.max(current + 1, next - BUCKETS + 1); i <= next; i++) {
            var at = (int) (i % BUCKETS);
            owed[at] = 0;
            executed[at] = 0;
            late[at] = 0;
        }
        current = next;
    }
}
