package dev.tocsin.monitor.maintenance;

import java.time.Clock;

import dev.tocsin.monitor.database.Database;

/** Maintenance without a container. */
public final class MaintenanceTables {
    private MaintenanceTables() {}

    public static Maintenance on(Database database, Clock clock) {
        return new Maintenance(new Windows(database), clock);
    }
}
