package dev.tocsin.monitor;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

import dev.tocsin.monitor.database.Database;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/** Makes the one clock that every room is given, and keeps it on the database's time. */
@ApplicationScoped
class Clocks {
    private final Database database;
    private final DatabaseClock clock = new DatabaseClock(Clock.systemUTC());

    Clocks(Database database) {
        this.database = database;
    }

    @Produces
    @ApplicationScoped
    Clock clock() {
        measure();
        return clock;
    }

    @Scheduled(every = "30s", delayed = "30s")
    void measure() {
        var skew = clock.measure(() -> database.first("select clock_timestamp() as now", row -> row.instant("now"))
                .orElseThrow());
        if (skew.abs().toMillis() > 2000)
            Log.warnf("this machine's clock is %d ms off the database's", skew.toMillis());
    }
}
