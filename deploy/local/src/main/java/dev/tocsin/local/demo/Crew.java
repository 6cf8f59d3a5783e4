package dev.tocsin.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same work for many things, a few at a time: enough to keep two cores busy, too little to crowd anybody out. */
final class Crew {
    private static final int HANDS = 4;

    interface Work<T, R> {
        R on(T item) throws DemoException;
    }

    private Crew() {}

    /** The results in the order of the items; the first failure ends it and is thrown. */
    static <T, R> List<R> each(List<T> items, Work<T, R> work) throws DemoException {
        try (var hands = Executors.newFixedThreadPool(HANDS, Thread.ofVirtual().factory())) {
            var pending = new ArrayList<Future<R>>();
            for (var item : items) pending.add(hands.submit(() -> work.on(item)));
            try {
                var done = new ArrayList<R>();
                for (var future : pending) done.add(future.get());
                return done;
            } catch (ExecutionException failed) {
                hands.shutdownNow();
                if (failed.getCause() instanceof DemoException told) throw told;
                throw new IllegalStateException("the demo data is broken", failed.getCause());
            } catch (InterruptedException stopped) {
                hands.shutdownNow();
                Thread.currentThread().interrupt();
                throw new DemoException("interrupted while loading the demo data", stopped);
            }
        }
    }
}
