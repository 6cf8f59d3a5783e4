package dev.tocsin.monitor.schedule;

import java.time.Clock;
import java.util.List;

import javax.net.ssl.SSLSocketFactory;

import dev.tocsin.monitor.alerting.Ledger;
import dev.tocsin.monitor.check.WatchList;
import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.egress.AddressPolicy;
import dev.tocsin.monitor.egress.Cidr;
import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.egress.SystemResolver;
import dev.tocsin.monitor.history.ResultTables;
import dev.tocsin.monitor.maintenance.MaintenanceTables;
import dev.tocsin.monitor.probe.Probes;
import dev.tocsin.monitor.timing.Deadlines;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** The parts of the schedule put together without a container. */
final class Bench {
    private static final SystemResolver RESOLVER = new SystemResolver();
    private static final Deadlines DEADLINES = new Deadlines();

    private Bench() {}

    static Shot shot(Clock clock) {
        var meters = new SimpleMeterRegistry();
        var dialer = new Dialer(RESOLVER, new AddressPolicy(List.of(Cidr.parse("127.0.0.0/8"))));
        var probes = new Probes(dialer, (SSLSocketFactory) SSLSocketFactory.getDefault(), DEADLINES);
        return new Shot(probes, new Pulse(meters), new Load(meters), clock);
    }

    static Judge judge(Database database, WatchList watchList, Ledger ledger, Clock clock) {
        var maintenance = MaintenanceTables.on(database, clock);
        var parents = new Parents(watchList, ledger, shot(clock), maintenance);
        return new Judge(ledger, new Surroundings(parents, maintenance), ResultTables.on(database));
    }
}
