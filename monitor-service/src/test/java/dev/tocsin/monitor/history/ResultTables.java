package dev.tocsin.monitor.history;

import java.time.Duration;

import dev.tocsin.monitor.database.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** A table of results without a container. */
public final class ResultTables {
    /** Sensible lengths; few results may wait. */
    static final HistoryConfig CONFIG = new HistoryConfig() {
        @Override
        public Keep keep() {
            return new Keep() {
                @Override
                public Duration raw() {
                    return Duration.ofDays(14);
                }

                @Override
                public Duration minutes() {
                    return Duration.ofDays(40);
                }

                @Override
                public Duration hours() {
                    return Duration.ofDays(400);
                }

                @Override
                public Duration days() {
                    return Duration.ofDays(1830);
                }
            };
        }

        @Override
        public int waiting() {
            return 1000;
        }
    };

    private ResultTables() {}

    public static Results on(Database database) {
        return new Results(database);
    }

    /** A recorder that nobody has started: what it is given stays with it. */
    public static Recorder recorder(Database database) {
        return new Recorder(on(database), CONFIG, new SimpleMeterRegistry());
    }
}
