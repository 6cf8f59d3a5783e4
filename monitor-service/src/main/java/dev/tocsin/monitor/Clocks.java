package dev.tocsin.monitor;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;

import dev.tocsin.monitor.database.Database;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/** Makes the one clock that every room is given, and keeps it on the database's time. */
@ApplicationScoped
class Clocks {
    private static final Duration EACH = Duration.ofSeconds(30);
    private static final Duration WORTH_SAYING = Duration.ofSeconds(2);
    private static final Duration WORTH_ASKING = Duration.ofSeconds(1);

    private final Database database;
    private final DatabaseClock clock = new DatabaseClock(Clock.systemUTC(), System::nanoTime);

    Clocks(Database database) {
        this.database = database;
    }

    @Produces
    @ApplicationScoped
    Clock clock() {
        measure();
        return clock;
    }

    void measure() {
        var skew = clock.measure(() -> database.first("select clock_timestamp() as now", row -> row.instant("now"))
                .orElseThrow());
        if (skew.abs().compareTo(WORTH_SAYING) > 0)
            Log.warnf("this machine's clock is %d ms behind the database's", skew.toMillis());
    }

    void start(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(EACH, this::measure);
        rounds.every(Duration.ofSeconds(1), this::mind);
    }

    private void mind() {
        if (clock.jumped().abs().compareTo(WORTH_ASKING) > 0) measure();
    }
}
