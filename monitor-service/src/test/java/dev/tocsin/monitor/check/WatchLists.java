package dev.tocsin.monitor.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.monitor.alerting.FixedConfig;
import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.probe.NetworkKinds;

/** A watch list without a container. */
public final class WatchLists {
    private WatchLists() {}

    public static WatchList on(Database database, ObjectMapper json) {
        return new WatchList(database, new Targets(json, NetworkKinds.all(), FixedConfig.VAULT));
    }
}
