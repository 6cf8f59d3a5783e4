package dev.tocsin.oncall.response;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Durations in milliseconds, of which figures are wanted; exact, without sorting more than is needed. Added one by one,
 * or as runs that were sorted before: a figure of long runs is looked up in them, without touching each duration. Pure.
 */
final class Sample {
    private static final int WORTH_SORTING = 2_000;
    private static final int WORTH_LOOKING_UP = 64;

    /** Durations in order, and their sum. */
    private record Run(long[] sorted, long sum) {
        /** How many are at most {@code most}. */
        int upTo(long most) {
            int low = 0;
            int high = sorted.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sorted[middle] <= most) low = middle + 1;
                else high = middle;
            }
            return low;
        }
    }

    private long[] millis = new long[4];
    private int single;
    private final List<Run> runs = new ArrayList<>(0);

    void add(long duration) {
        if (single == millis.length) millis = Arrays.copyOf(millis, single * 2);
        millis[single++] = duration;
    }

    void add(Sample other) {
        runs.addAll(other.runs);
        for (int i = 0; i < other.single; i++) add(other.millis[i]);
    }

    /** Puts what was added one by one into a run. */
    void sort() {
        if (single > 0) {
            var sorted = Arrays.copyOf(millis, single);
            Arrays.sort(sorted);
            runs.add(new Run(sorted, Arrays.stream(sorted).sum()));
        }
        millis = new long[0];
        single = 0;
    }

    int size() {
        return single + runs.stream().mapToInt(run -> run.sorted.length).sum();
    }

    static Optional<Stat> stat(Sample... parts) {
        var all = new Sample();
        for (var part : parts) all.add(part);
        int n = all.size();
        if (n == 0) return Optional.empty();
        return Optional.of(n > all.runs.size() * WORTH_LOOKING_UP ? all.lookedUp(n) : all.selected(n));
    }

    private Stat lookedUp(int n) {
        if (runs.isEmpty()) return selected(n);
        sort();
        long sum = runs.stream().mapToLong(Run::sum).sum();
        return stat(n, sum, nth(low(n)), nth(high(n)), nth(ninety(n)));
    }

    /** The smallest duration that more than {@code k} do not exceed. */
    private long nth(int k) {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (var run : runs) {
            low = Math.min(low, run.sorted[0]);
            high = Math.max(high, run.sorted[run.sorted.length - 1]);
        }
        while (low < high) {
            long middle = low + ((high - low) >>> 1);
            int upTo = 0;
            for (var run : runs) upTo += run.upTo(middle);
            if (upTo > k) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    private Stat selected(int n) {
        var all = Arrays.copyOf(millis, n);
        int at = single;
        for (var run : runs) {
            System.arraycopy(run.sorted, 0, all, at, run.sorted.length);
            at += run.sorted.length;
        }
        if (n <= WORTH_SORTING) {
            Arrays.sort(all);
        } else {
            partition(all, 0, low(n));
            partition(all, low(n), high(n));
            partition(all, high(n), ninety(n));
        }
        return stat(n, Arrays.stream(all).sum(), all[low(n)], all[high(n)], all[ninety(n)]);
    }

    private static int low(int n) {
        return (n - 1) / 2;
    }

    private static int high(int n) {
        return n / 2;
    }

    private static int ninety(int n) {
        return (int) Math.ceil(0.9 * n) - 1;
    }

    private static Stat stat(int n, long sum, long low, long high, long ninety) {
        return new Stat(n, Duration.ofMillis(sum / n), Duration.ofMillis((low + high) / 2), Duration.ofMillis(ninety));
    }

    /** Hoare's selection: {@code a[k]} becomes what it would be if everything from {@code from} on were sorted. */
    private static void partition(long[] a, int from, int k) {
        int left = from;
        int right = a.length - 1;
        while (left < right) {
            long pivot = a[ThreadLocalRandom.current().nextInt(left, right + 1)];
            int i = left;
            int j = right;
            while (i <= j) {
                while (a[i] < pivot) i++;
                while (a[j] > pivot) j--;
                if (i <= j) {
                    long swapped = a[i];
                    a[i++] = a[j];
                    a[j--] = swapped;
                }
            }
            if (k <= j) right = j;
            else if (k >= i) left = i;
            else return;
        }
    }
}
