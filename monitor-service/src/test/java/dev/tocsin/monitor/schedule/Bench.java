package dev.tocsin.monitor.schedule;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import dev.tocsin.monitor.alerting.FixedConfig;
import dev.tocsin.monitor.alerting.Ledger;
import dev.tocsin.monitor.check.Slot;
import dev.tocsin.monitor.check.WatchList;
import dev.tocsin.monitor.check.WatchLists;
import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.egress.AddressPolicy;
import dev.tocsin.monitor.egress.Cidr;
import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.egress.Resolver;
import dev.tocsin.monitor.egress.SystemResolver;
import dev.tocsin.monitor.history.ResultTables;
import dev.tocsin.monitor.maintenance.MaintenanceTables;
import dev.tocsin.monitor.probe.Network;
import dev.tocsin.monitor.probe.Probes;
import dev.tocsin.monitor.timing.Deadlines;
import dev.tocsin.monitor.tls.Tls;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** The parts of the schedule put together without a container. */
final class Bench {
    static final SystemResolver SYSTEM = new SystemResolver();
    private static final Deadlines DEADLINES = new Deadlines();
    private static final Tls TLS = Tls.ofTheMachine();

    final Database database;
    final Clock clock;
    final Ledger ledger;
    final WatchList watchList;
    final Pulse pulse = new Pulse(new SimpleMeterRegistry());
    final Judge judge;
    final SecondOpinions opinions;
    private final Shot shot;
    private final Parents parents;

    Bench(Database database, Clock clock) {
        this(database, clock, SYSTEM);
    }

    /** @param references of the replica that is asked for a second opinion */
    Bench(Database database, Clock clock, Resolver resolver, String... references) {
        var meters = new SimpleMeterRegistry();
        this.database = database;
        this.clock = clock;
        this.ledger = FixedConfig.ledger(database);
        this.watchList = WatchLists.on(database, FixedConfig.json());
        var dialer = new Dialer(resolver, new AddressPolicy(List.of(Cidr.parse("127.0.0.0/8"))));
        this.shot = new Shot(Probes.over(new Network(dialer, TLS, DEADLINES, clock)), pulse, new Load(meters), clock);
        this.opinions = new SecondOpinions(
                database, watchList, shot, connectivity(clock, references), FixedConfig.json(), clock);
        var maintenance = MaintenanceTables.on(database, clock);
        this.parents = new Parents(watchList, ledger, shot, maintenance);
        this.judge = new Judge(ledger, new Surroundings(parents, maintenance), ResultTables.on(database), clock);
    }

    /** A name that has these addresses, in this order. */
    static Resolver resolving(String... addresses) {
        var all = Stream.of(addresses).map(InetAddress::ofLiteral).toList();
        return (host, within) -> new Resolver.Answer.Found(all);
    }

    /** A prober whose network is never doubted, unless reference targets are named. */
    Prober prober(String... references) {
        var config = new ScheduleConfig() {
            @Override
            public int parallel() {
                return 10;
            }

            @Override
            public int confirming() {
                return 10;
            }

            @Override
            public Duration poll() {
                return Duration.ofSeconds(1);
            }

            @Override
            public Duration drain() {
                return Duration.ofSeconds(1);
            }
        };
        var confirmer = new Confirmer(shot, opinions, config, new SimpleMeterRegistry());
        var recorder = ResultTables.recorder(database);
        return new Prober(shot, confirmer, parents, connectivity(clock, references), recorder, judge);
    }

    static Connectivity connectivity(Clock clock, String... references) {
        ReferenceConfig config = () -> Optional.of(List.of(references));
        return new Connectivity(config, SYSTEM, TLS, DEADLINES, clock, new SimpleMeterRegistry());
    }

    Engine engine() {
        var load = new Load(new SimpleMeterRegistry());
        return new Engine(
                new Slots(database),
                watchList,
                ledger,
                ResultTables.on(database),
                load,
                connectivity(clock),
                opinions,
                clock);
    }

    /** A check on a port of this machine, or on a URL, that alerts. */
    UUID check(String name, String where, int failures, UUID... behind) {
        var id = UUID.randomUUID();
        var http = where.startsWith("http");
        database.update(
                """
                insert into checks (id, name, kind, target, interval_ms, timeout_ms, failure_threshold, failure_window,
                                    success_threshold, routing_key, paused, version, slot, created_at)
                values (?, ?, ?, ?::jsonb, 10000, 2000, ?, ?, 1, 'key-key-key', false, 0, ?, ?)
                """,
                id,
                name,
                http ? "http" : "tcp",
                http ? "{\"url\":\"%s\"}".formatted(where) : "{\"host\":\"127.0.0.1\",\"port\":%s}".formatted(where),
                failures,
                failures,
                Slot.of(id),
                clock.instant());
        ledger.open(id, clock.instant());
        for (var parent : behind) database.update("insert into check_parent values (?, ?)", id, parent);
        return id;
    }

    /** As this process would watch it. */
    Watch watch(UUID id) {
        return new Watch(
                watchList.find(id).orElseThrow(),
                ledger.standings(List.of(id)).get(id),
                Optional.<Instant>empty(),
                Duration.ZERO);
    }

    List<String> path(UUID check) {
        return database.list(
                "select from_state || '>' || to_state || coalesce(' ' || signal, '') as step from status_change where check_id = ? order by id",
                row -> row.text("step"),
                check);
    }
}
