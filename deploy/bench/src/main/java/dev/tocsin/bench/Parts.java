package dev.tocsin.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/** The parts of the paging benchmark, each bounded in time. The promises beside them are the design's. */
final class Parts {
    private static final int RESPONDERS = 100;
    private static final int STORM = 10_000;
    private static final int RECIPIENTS = 10_000;
    private static final int WAITING = 50_000;
    private static final int SENDERS = 32;
    private static final int WARMING = 6;
    private static final Duration FLOOD = Duration.ofSeconds(10);

    private final Stage stage;
    private final Connection database;
    private final Supplier<Duration> cpu;
    private boolean warm;

    /** @param cpu what Tocsin's processes have used so far */
    Parts(Stage stage, Connection database, Supplier<Duration> cpu) {
        this.stage = stage;
        this.database = database;
        this.cpu = cpu;
    }

    /** An event each 50 ms on a quiet system, each paging one person at once. */
    Line quiet(int incidents) throws IOException, SQLException, InterruptedException {
        var services = stage.company.alone("quiet", Math.min(incidents, RESPONDERS));
        warm();
        var sent = stage.oneByOne(
                incidents,
                Duration.ofMillis(50),
                i -> Stage.trigger(services.get(i % services.size()), stage.name("quiet", i), "critical"));
        var texts = stage.firstTexts("quiet", Duration.ofSeconds(30), found -> found.size() >= incidents);
        stage.sweep(database);
        return Line.of(
                "event committed -> SMS request, quiet",
                "%s, %d of %d".formatted(Stage.toWire(sent, texts).brief(), texts.size(), incidents),
                "p99 1 s",
                "p99 250 ms");
    }

    /** 32 senders, each a new incident as soon as the one before is answered. */
    Line intake() throws IOException, SQLException, InterruptedException {
        var services = stage.company.alone("intake", RESPONDERS);
        warm();
        var before = cpu.get();
        var accepted =
                flood(i -> Stage.trigger(services.get(i % services.size()), stage.name("intake", i), "critical"));
        var behind = stage.awaitInbox(database);
        var used = cpu.get().minus(before);
        int missing = missing(accepted);
        stage.sweep(database);
        var more = ", all incidents %.1f s later, %d lost".formatted(behind.toMillis() / 1000.0, missing);
        return durable("durable events a second, each a new incident", accepted, used, more);
    }

    /** The same event again and again for a thousand open incidents: what most of a real flood is. */
    Line repeats() throws IOException, SQLException, InterruptedException {
        var services = stage.company.alone("repeats", RESPONDERS);
        int keys = 1000;
        IntFunction<JsonNode> event = i ->
                Stage.trigger(services.get(i % keys % services.size()), stage.name("repeats", i % keys), "critical");
        stage.spread(keys, Duration.ofSeconds(3), event);
        Thread.sleep(3000);
        var before = cpu.get();
        var accepted = flood(event);
        var used = cpu.get().minus(before);
        stage.sweep(database);
        return durable("durable events a second, of 1000 open incidents", accepted, used, "");
    }

    private List<Stage.Sent> flood(IntFunction<JsonNode> events) throws InterruptedException {
        return stage.asFastAsAnswered(SENDERS, FLOOD, events).stream()
                .filter(event -> event.status() == 202)
                .toList();
    }

    private static Line durable(String what, List<Stage.Sent> accepted, Duration used, String more) {
        return Line.of(
                what,
                "%d/s, %s%s; %.1f CPU-s per 1000"
                        .formatted(
                                accepted.size() / FLOOD.toSeconds(),
                                Stage.latencies(accepted).brief(),
                                more,
                                used.toMillis() / (double) accepted.size()),
                "1000/s, p99 150 ms",
                "4000/s, p99 100 ms");
    }

    /** 10,000 incidents within 10 s over 100 people: who is told what, and when. */
    List<Line> storm() throws IOException, SQLException, InterruptedException {
        var services = stage.company.alone("storm", RESPONDERS);
        warm();
        var begin = Instant.now();
        var sent = stage.spread(
                STORM,
                Duration.ofSeconds(10),
                i -> Stage.trigger(services.get(i % services.size()), stage.name("storm", i), "critical"));
        var accepted = sent.stream().filter(event -> event.status() == 202).toList();
        stage.firstTexts("storm", Duration.ofSeconds(90), _ -> unsaid() == 0);
        long unsaid = unsaid();
        var texts = stage.wire.texts();
        var perPerson = texts.stream().collect(Collectors.groupingBy(Wire.Text::to, Collectors.counting()));
        var first = Spread.of(texts.stream()
                .collect(Collectors.toMap(Wire.Text::to, Wire.Text::at, (a, b) -> a.isBefore(b) ? a : b))
                .values()
                .stream()
                .mapToLong(at -> Duration.between(begin, at).toNanos())
                .toArray());
        var most = perPerson.values().stream().mapToLong(Long::longValue).max().orElse(0);
        stage.sweep(database);
        return List.of(
                Line.of(
                        "storm: 10,000 incidents in 10 s, accepted",
                        "%d of %d, %s"
                                .formatted(
                                        accepted.size(),
                                        sent.size(),
                                        Stage.latencies(accepted).brief()),
                        "all",
                        ""),
                Line.of(
                        "storm: first text to each of 100",
                        "%s, %d people".formatted(first.brief(), perPerson.size()),
                        "10 s",
                        "3 s"),
                Line.of(
                        "storm: texts a person, within 90 s",
                        "most %d, %d in all; %d incidents not told yet".formatted(most, texts.size(), unsaid),
                        "5 in 5 min",
                        "3 in 5 min"));
    }

    /** One incident for each of 100 teams of 100: ten thousand phones at a carrier that takes 50 ms a text. */
    Line recipients(Carrier carrier) throws IOException, SQLException, InterruptedException {
        var services = stage.company.together("crowd", RECIPIENTS / 100, 100);
        carrier.takes(Duration.ofMillis(50));
        var begin = Instant.now();
        stage.spread(
                services.size(),
                Duration.ofSeconds(1),
                i -> Stage.trigger(services.get(i), stage.name("crowd", i), "critical"));
        stage.firstTexts("crowd", Duration.ofSeconds(180), _ -> carrier.texts().size() >= RECIPIENTS);
        var first = firsts(carrier);
        var waits = Spread.of(first.values().stream()
                .mapToLong(at -> Duration.between(begin, at).toNanos())
                .toArray());
        carrier.takes(Duration.ZERO);
        stage.sweep(database);
        return Line.of(
                "10,000 phones, carrier takes 50 ms",
                "%d told, p50 %.1f s, all after %.1f s"
                        .formatted(
                                first.size(),
                                waits.quantile(0.5).toMillis() / 1000.0,
                                waits.quantile(1).toMillis() / 1000.0),
                "",
                "");
    }

    /** New incidents while 50,000 pages of a third cycle wait for a carrier that takes 50 ms a text. */
    Line overtaking(Carrier carrier) throws IOException, SQLException, InterruptedException {
        var services = stage.company.alone("front", RESPONDERS);
        stage.company.together("back", 5, 100);
        carrier.takes(Duration.ofMillis(50));
        pile();
        Thread.sleep(2000);
        int incidents = 100;
        var sent = stage.oneByOne(
                incidents,
                Duration.ofMillis(100),
                i -> Stage.trigger(services.get(i % services.size()), stage.name("front", i), "critical"));
        var texts = stage.firstTexts("front", Duration.ofSeconds(60), found -> found.size() >= incidents);
        long waiting = count("select count(*) from page where state = 'DUE'");
        carrier.takes(Duration.ZERO);
        stage.sweep(database);
        return Line.of(
                "first page while 50,000 low-priority wait",
                "%s, %d of %d; %d still waiting"
                        .formatted(Stage.toWire(sent, texts).brief(), texts.size(), incidents, waiting),
                "p99 1 s",
                "p99 250 ms");
    }

    /** 100 incidents of a later cycle for 500 people, each paged for all of them and due now. */
    private void pile() throws SQLException {
        try (var statement = database.createStatement()) {
            statement.executeUpdate("""
                    insert into incident (id, number, service_id, team_id, policy_id, title, severity, state, triggered_at,
                                          cycle, last_signal_at)
                    select gen_random_uuid(), nextval('incident_number'), s.id, s.team_id, s.policy_id, 'waiting',
                           'WARNING', 'TRIGGERED', now(), 3, now()
                      from (select * from service where name like 'Bench %s back%%' limit 1) s, generate_series(1, %d)""".formatted(stage.run, WAITING / 500));
            statement.executeUpdate("""
                    insert into page (id, incident_id, person_id, person, method_id, kind, address, cycle, step, purpose,
                                      priority, state, created_at, due_at, stale_at)
                    select gen_random_uuid(), i.id, p.id, p.name, m.id, 'SMS', m.address, 3, 1, 'page', 2, 'DUE',
                           now(), now(), now() + interval '1 hour'
                      from incident i, person p join contact_method m on m.person_id = p.id
                      join team_member t on t.person_id = p.id join team on team.id = t.team_id
                     where i.title = 'waiting' and i.state = 'TRIGGERED' and team.name like 'Bench %s back%%'""".formatted(stage.run));
            statement.execute("analyze page");
        }
    }

    private Map<String, Instant> firsts(Carrier carrier) {
        return carrier.texts().stream()
                .collect(Collectors.toMap(Wire.Text::to, Wire.Text::at, (a, b) -> a.isBefore(b) ? a : b));
    }

    /** Incidents of the storm that no text has named or counted yet. */
    private long unsaid() {
        try {
            return count("select count(*) from page p join incident i on i.id = p.incident_id where i.title like"
                    + " 'bench-storm-" + stage.run + "-%' and p.state in ('DUE', 'LEASED', 'INTENT')");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int missing(List<Stage.Sent> accepted) throws SQLException {
        var kept = count("select count(*) from incident where title like 'bench-intake-" + stage.run + "-%'");
        return (int) Math.max(0, accepted.size() - kept);
    }

    private long count(String sql) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The first events of a fresh JVM are not what anybody waits for later. Others than are measured are paged. */
    private void warm() throws SQLException, IOException, InterruptedException {
        if (warm) return;
        warm = true;
        var services = stage.company.alone("warm", RESPONDERS);
        for (int round = 0; round < WARMING; round++) {
            int first = round * 1_000_000;
            flood(i -> Stage.trigger(services.get(i % services.size()), stage.name("warm", first + i), "critical"));
            stage.sweep(database);
        }
    }
}
