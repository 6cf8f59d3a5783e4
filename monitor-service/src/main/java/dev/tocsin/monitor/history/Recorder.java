package dev.tocsin.monitor.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/** Takes results from the probes without ever making them wait, and writes them many at a time. */
@ApplicationScoped
public class Recorder {
    private static final int BATCH = 2000;
    private static final long GATHER_MILLIS = 200;
    private static final long RETRY_MILLIS = 1000;

    private final Results results;
    private final ArrayBlockingQueue<Results.Kept> waiting;
    private final Counter dropped;
    private volatile boolean stopping;
    private Thread writer;

    Recorder(Results results, HistoryConfig config, MeterRegistry meters) {
        this.results = results;
        this.waiting = new ArrayBlockingQueue<>(config.waiting());
        this.dropped = meters.counter("tocsin.results.dropped");
        meters.gaugeCollectionSize("tocsin.results.waiting", List.of(), waiting);
    }

    void start(@Observes StartupEvent event) {
        writer = Thread.ofPlatform().daemon().name("recorder").start(this::run);
    }

    /** Keeps a result, soon. @param late how long after its time the probe began */
    public void keep(UUID check, ResultView result, Duration late) {
        while (!waiting.offer(new Results.Kept(check, result, late))) {
            if (waiting.poll() != null) dropped.increment();
        }
    }

    /** Writes what still waits and ends. */
    public void close() throws InterruptedException {
        stopping = true;
        writer.join(3000);
        if (!waiting.isEmpty()) Log.warnf("stopped with %d results unwritten", waiting.size());
    }

    private void run() {
        try {
            while (!stopping || !waiting.isEmpty()) {
                var batch = next();
                while (!batch.isEmpty() && !written(batch)) {
                    if (stopping) return;
                    TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Results.Kept> next() throws InterruptedException {
        var batch = new ArrayList<Results.Kept>();
        var first = waiting.poll(GATHER_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) return batch;
        if (!stopping && waiting.size() < BATCH) TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
        batch.add(first);
        waiting.drainTo(batch, BATCH - 1);
        return batch;
    }

    private boolean written(List<Results.Kept> batch) {
        try {
            results.insert(batch);
            return true;
        } catch (RuntimeException e) {
            Log.errorf("%d results wait for the database: %s", batch.size() + waiting.size(), e.getMessage());
            return false;
        }
    }
}
