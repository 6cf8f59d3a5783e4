package dev.tocsin.oncall.watch;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.tocsin.oncall.paging.DirectText;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Reads every few seconds what is overdue, and texts the fallback contact when the database is gone or the engine far
 * behind. It has a thread of its own and sends past the database, because what it watches may have taken all others
 * down with it. Each replica watches for itself, so two replicas send two texts: better than none.
 */
@ApplicationScoped
class Watchman {
    private final Audits audits;
    private final DirectText texts;
    private final Heartbeat heartbeat;
    private final WatchConfig config;
    private final Clock clock;
    private final Alarm databaseGone;
    private final Alarm engineLate;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("watchman").factory());
    private volatile Reading reading = Reading.NOTHING_DUE;
    private volatile long lastReadNanos = System.nanoTime();

    Watchman(
            Audits audits,
            DirectText texts,
            Heartbeat heartbeat,
            WatchConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.audits = audits;
        this.texts = texts;
        this.heartbeat = heartbeat;
        this.config = config;
        this.clock = clock;
        this.databaseGone = new Alarm(config.again());
        this.engineLate = new Alarm(config.again());
        metrics.gauge("tocsin.engine.overdue.steps", this, w -> w.reading.overdueSteps());
        metrics.gauge("tocsin.engine.lag.seconds", this, w -> seconds(w.reading.lag()));
        metrics.gauge("tocsin.outbox.oldest.due.seconds", this, w -> seconds(w.reading.oldestNotice()));
        metrics.gauge("tocsin.watch.seconds.since.audit", this, w -> seconds(w.sinceRead()));
    }

    void start(@Observes StartupEvent event) {
        var every = config.every().toMillis();
        thread.scheduleWithFixedDelay(this::round, every, every, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    /** What the last audit found. */
    Reading reading() {
        return reading;
    }

    /** How long ago the database last answered. */
    Duration sinceRead() {
        return Duration.ofNanos(System.nanoTime() - lastReadNanos);
    }

    /** Nothing is overdue, and we know it. */
    boolean allIsWell() {
        return sinceRead().compareTo(config.late()) <= 0 && !reading.isLate(config.late());
    }

    private void round() {
        try {
            look();
            var gone = sinceRead();
            tell(
                    databaseGone,
                    gone.compareTo(config.databaseGone()) >= 0
                            ? Optional.of(
                                    "its database has been gone for %d s: nobody is paged".formatted(gone.toSeconds()))
                            : Optional.empty());
            if (gone.compareTo(config.databaseGone()) < 0) tell(engineLate, reading.trouble(config.alarming()));
            heartbeat.beat(allIsWell());
        } catch (RuntimeException e) {
            Log.error("the watchman stumbled; he goes on with his next round", e);
        }
    }

    private void look() {
        try {
            reading = audits.read();
            lastReadNanos = System.nanoTime();
        } catch (SQLException e) {
            Log.warnf("the database does not say what is overdue: %s", e.getMessage());
        }
    }

    private void tell(Alarm alarm, Optional<String> trouble) {
        var now = Duration.ofNanos(System.nanoTime());
        switch (alarm.next(trouble.isPresent(), now)) {
            case TROUBLE -> text(alarm, "Tocsin cannot do its work: " + trouble.orElseThrow());
            case BACK -> text(alarm, "Tocsin is back at work");
            case NOTHING -> {}
        }
    }

    private void text(Alarm alarm, String body) {
        var at = clock.instant();
        Log.warnf("watchman: %s", body);
        if (config.fallbackPhone().isEmpty()) return;
        texts.send(config.fallbackPhone().get(), body + " (" + minute(at) + ")").ifPresent(why -> {
            Log.warnf("the fallback contact could not be told: %s", why);
            alarm.unsaid();
        });
    }

    private static String minute(Instant at) {
        return at.toString().substring(0, 16).replace('T', ' ') + " UTC";
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
