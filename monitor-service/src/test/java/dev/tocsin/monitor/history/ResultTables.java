package dev.tocsin.monitor.history;

import java.time.Duration;

import dev.tocsin.monitor.database.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** A table of results without a container. */
public final class ResultTables {
    private ResultTables() {}

    public static Results on(Database database) {
        return new Results(database);
    }

    /** A recorder that nobody has started: what it is given stays with it. */
    public static Recorder recorder(Database database) {
        var config = new HistoryConfig() {
            @Override
            public Duration keep() {
                return Duration.ofDays(1);
            }

            @Override
            public int waiting() {
                return 1000;
            }
        };
        return new Recorder(on(database), config, new SimpleMeterRegistry());
    }
}
