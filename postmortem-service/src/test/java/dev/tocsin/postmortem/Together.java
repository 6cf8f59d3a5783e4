package dev.tocsin.postmortem;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same act by several people in the same moment. */
public final class Together {
    private Together() {}

    public static <T> List<T> times(int people, Callable<T> act) {
        var ready = new CyclicBarrier(people);
        try (var threads = Executors.newFixedThreadPool(people)) {
            var running = new ArrayList<Future<T>>();
            for (int i = 0; i < people; i++) {
                running.add(threads.submit(() -> {
                    ready.await();
                    return act.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var future : running) results.add(future.get());
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
