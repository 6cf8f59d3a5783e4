package dev.tocsin.oncall.response;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Durations in milliseconds, of which figures are wanted; exact, without sorting more than is needed. Pure. */
final class Sample {
    private static final int WORTH_SORTING = 2_000;

    private long[] millis = new long[16];
    private int n;

    void add(long duration) {
        if (n == millis.length) millis = Arrays.copyOf(millis, n * 2);
        millis[n++] = duration;
    }

    int size() {
        return n;
    }

    static Optional<Stat> stat(Sample... parts) {
        int n = Arrays.stream(parts).mapToInt(Sample::size).sum();
        if (n == 0) return Optional.empty();
        var all = new long[n];
        int at = 0;
        for (var part : parts) {
            System.arraycopy(part.millis, 0, all, at, part.n);
            at += part.n;
        }
        return Optional.of(stat(all));
    }

    private static Stat stat(long[] all) {
        int n = all.length;
        int low = (n - 1) / 2;
        int high = n / 2;
        int ninety = (int) Math.ceil(0.9 * n) - 1;
        if (n <= WORTH_SORTING) {
            Arrays.sort(all);
        } else {
            partition(all, 0, low);
            partition(all, low, high);
            partition(all, high, ninety);
        }
        return new Stat(
                n,
                Duration.ofMillis(Arrays.stream(all).sum() / n),
                Duration.ofMillis((all[low] + all[high]) / 2),
                Duration.ofMillis(all[ninety]));
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
