package dev.tocsin.monitor.history;

import dev.tocsin.monitor.database.Database;

/** A table of results without a container. */
public final class ResultTables {
    private ResultTables() {}

    public static Results on(Database database) {
        return new Results(database);
    }
}
