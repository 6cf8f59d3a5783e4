package dev.tocsin.monitor.schedule;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.tocsin.monitor.history.Recorder;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * The threads of the schedule: a ticker that starts what is due, a virtual thread for each probe, and a housekeeper for
 * slots and changes. Admission comes before work: when all hands are busy the ticker waits, so we are late, say so,
 * and never make a healthy target look slow.
 */
@ApplicationScoped
class Conductor {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration SWEEP = Duration.ofSeconds(5);

    private final Engine engine;
    private final SecondOpinions opinions;
    private final Prober prober;
    private final Judge judge;
    private final Recorder recorder;
    private final Load load;
    private final ScheduleConfig config;
    private final MeterRegistry meters;
    private final Semaphore hands;
    private final ExecutorService probes = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("probe-", 0).factory());
    private final ScheduledExecutorService housekeeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("housekeeper").factory());
    private volatile boolean stopping;
    private volatile long ticked = System.nanoTime();
    private volatile long shared = System.nanoTime();
    private Thread ticker;

    Conductor(
            Engine engine,
            SecondOpinions opinions,
            Prober prober,
            Judge judge,
            Recorder recorder,
            Load load,
            ScheduleConfig config,
            MeterRegistry meters) {
        this.engine = engine;
        this.opinions = opinions;
        this.prober = prober;
        this.judge = judge;
        this.recorder = recorder;
        this.load = load;
        this.config = config;
        this.meters = meters;
        this.hands = new Semaphore(config.parallel());
    }

    void start(@Observes StartupEvent event) {
        meters.gauge("tocsin.checks.watched", engine.agenda(), Agenda::size);
        meters.gauge("tocsin.probes.in.flight", hands, free -> config.parallel() - free.availablePermits());
        ticker = Thread.ofPlatform().daemon().name("ticker").start(this::tick);
        every(Slots.RENEWAL, () -> {
            engine.shareSlots();
            shared = System.nanoTime();
        });
        every(config.poll(), engine::followChanges);
        every(config.poll(), opinions::give);
        every(SWEEP, () -> engine.admitIgnorance(judge));
    }

    /** Before the relay stops: what the last probes found may still want to go out. */
    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        ticker.interrupt();
        housekeeper.shutdown();
        if (!hands.tryAcquire(config.parallel(), config.drain().toMillis(), TimeUnit.MILLISECONDS))
            Log.warn("stopped with probes still in flight; their next owner probes again");
        recorder.close();
        if (housekeeper.awaitTermination(2, TimeUnit.SECONDS)) engine.leave();
    }

    /** Since the ticker last looked at the agenda. */
    Duration sinceTick() {
        return Duration.ofNanos(System.nanoTime() - ticked);
    }

    /** Since we last agreed with the other replicas about the slots. */
    Duration sinceShared() {
        return Duration.ofNanos(System.nanoTime() - shared);
    }

    private void tick() {
        try {
            while (!stopping) {
                ticked = System.nanoTime();
                var due = engine.agenda().poll(ticked);
                if (due.isPresent()) admit(due.get());
                else engine.agenda().await(LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void admit(Agenda.Due due) throws InterruptedException {
        while (!hands.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) ticked = System.nanoTime();
        var now = System.nanoTime();
        var fence = engine.holdings().fence(due.watch().check().slot(), now);
        if (fence.isEmpty()) { // the lease is over: perhaps somebody else probes it already
            hands.release();
            load.skipped(1 + engine.agenda().finished(due, now));
            return;
        }
        var late = Duration.ofNanos(now - due.at());
        load.starts(late);
        probes.execute(() -> {
            var extra = 0;
            try {
                extra = prober.run(due.watch(), fence, late).size() - 1;
            } catch (RuntimeException e) {
                Log.errorf("verdict waits check=%s: %s", due.watch().check().id(), e.getMessage());
            } finally {
                hands.release();
                // a beat that went by while we confirmed the one before was not left out
                load.skipped(Math.max(0, engine.agenda().finished(due, System.nanoTime()) - extra));
            }
        });
    }

    private void every(Duration pause, Runnable work) {
        housekeeper.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        Log.errorf("the schedule could not be kept up to date: %s", e.getMessage());
                    }
                },
                0,
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }
}
