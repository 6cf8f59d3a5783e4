package dev.tocsin.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What every part of the benchmark stands on: a Tocsin, the wire behind it, people made for the run, and events sent to
 * it. All clocks are this machine's.
 */
final class Stage {
    /** An event: its summary, just before it was sent, when its answer came, and the answer's status. */
    record Sent(String name, Instant before, Instant answered, int status) {
        long nanos() {
            return Duration.between(before, answered).toNanos();
        }
    }

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String DEADLOCK = "40P01";
    private static final Pattern NAME = Pattern.compile("bench-[a-z]+-[0-9a-f]{8}-\\d+");

    final Running tocsin;
    final Wire wire;
    final Company company;
    final String run;

    Stage(Running tocsin, Wire wire, Connection database, String run) {
        this.tocsin = tocsin;
        this.wire = wire;
        this.company = new Company(database, run);
        this.run = run;
    }

    String name(String part, int number) {
        return "bench-%s-%s-%d".formatted(part, run, number);
    }

    static ObjectNode trigger(Company.Service service, String name, String severity) {
        var event = event(service, "trigger", name);
        event.putObject("payload").put("summary", name).put("source", "bench").put("severity", severity);
        return event;
    }

    static ObjectNode event(Company.Service service, String action, String name) {
        return Running.JSON
                .createObjectNode()
                .put("routing_key", service.routingKey())
                .put("event_action", action)
                .put("dedup_key", name);
    }

    /** One event after the other, a pause between them. */
    List<Sent> oneByOne(int count, Duration pause, IntFunction<JsonNode> events) throws InterruptedException {
        var sent = new ArrayList<Sent>();
        for (int i = 0; i < count; i++) {
            sent.add(send(events.apply(i)));
            Thread.sleep(pause);
        }
        return sent;
    }

    /** {@code count} events spread evenly over a time, whether or not earlier ones were answered; at most 256 at once. */
    List<Sent> spread(int count, Duration over, IntFunction<JsonNode> events) throws InterruptedException {
        var sent = new Sent[count];
        var slots = new Semaphore(256);
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                int number = i;
                var event = events.apply(i);
                long wait = start + over.toNanos() / count * i - System.nanoTime();
                if (wait > 0) Thread.sleep(Duration.ofNanos(wait));
                slots.acquire();
                threads.execute(() -> {
                    try {
                        sent[number] = send(event);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } finally {
                        slots.release();
                    }
                });
            }
        }
        return List.of(sent);
    }

    /** As many as are answered within a time, by so many senders that each wait for the answer. */
    List<Sent> asFastAsAnswered(int senders, Duration time, IntFunction<JsonNode> events) throws InterruptedException {
        var all = new ArrayList<Sent>();
        var next = new AtomicInteger();
        long end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < senders; i++) {
                threads.execute(() -> {
                    var own = new ArrayList<Sent>();
                    try {
                        while (System.nanoTime() < end) own.add(send(events.apply(next.getAndIncrement())));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    synchronized (all) {
                        all.addAll(own);
                    }
                });
            }
        }
        return all;
    }

    private Sent send(JsonNode event) throws InterruptedException {
        var before = Instant.now();
        int status = tocsin.send(event);
        return new Sent(event.path("dedup_key").asText(), before, Instant.now(), status);
    }

    /** The first text that names each event of a part, once {@code enough} or after a while. */
    Map<String, Instant> firstTexts(String part, Duration patience, Predicate<Map<String, Instant>> enough)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var first = new HashMap<String, Instant>();
            for (var text : wire.texts()) {
                var name = NAME.matcher(text.body());
                while (name.find()) {
                    if (name.group().startsWith("bench-%s-%s-".formatted(part, run))) {
                        first.putIfAbsent(name.group(), text.at());
                    }
                }
            }
            if (enough.test(first) || System.nanoTime() > deadline) return first;
            Thread.sleep(200);
        }
    }

    /** Closes what a part opened, so that the next begins quietly, and forgets its texts. */
    void sweep(Connection database) throws SQLException, IOException, InterruptedException {
        awaitInbox(database);
        for (int times = 1; !swept(database); times++) {
            if (times == 10) throw new IOException("what a part opened could not be closed");
            Thread.sleep(500);
        }
        try (var statement = database.createStatement()) {
            statement.execute("vacuum analyze");
        }
        Thread.sleep(2000);
        wire.forget();
    }

    /** Until all that was taken has become incidents. */
    Duration awaitInbox(Connection database) throws SQLException, IOException, InterruptedException {
        long start = System.nanoTime();
        try (var statement = database.createStatement()) {
            while (true) {
                try (var rows = statement.executeQuery("select exists (select 1 from inbox)")) {
                    rows.next();
                    if (!rows.getBoolean(1)) return Duration.ofNanos(System.nanoTime() - start);
                }
                if (System.nanoTime() - start > PATIENCE.toNanos())
                    throw new IOException("what was taken is not worked on");
                Thread.sleep(100);
            }
        }
    }

    /** In the engine's order of tables, both at once. False when this met the engine all the same, and had to give way. */
    private static boolean swept(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("lock table incident, page in exclusive mode");
            statement.executeUpdate("update page set state = 'CANCELLED', lease_owner = null, lease_until = null"
                    + " where state in ('DUE', 'LEASED')");
            statement.executeUpdate(
                    "update incident set state = 'RESOLVED', resolved_at = now(), resolved_by = 'bench',"
                            + " resolved_kind = 'SOURCE', next_step_at = null, held_since = null, hold_expires_at = null"
                            + " where state <> 'RESOLVED'");
            database.commit();
            return true;
        } catch (SQLException e) {
            database.rollback();
            if (DEADLOCK.equals(e.getSQLState())) return false;
            throw e;
        } finally {
            database.setAutoCommit(true);
        }
    }

    static Spread latencies(List<Sent> sent) {
        return Spread.of(sent.stream().mapToLong(Sent::nanos).toArray());
    }

    /** From each event's answer, which follows its commit, to its first text; what came in between counts as 0. */
    static Spread toWire(List<Sent> sent, Map<String, Instant> texts) {
        return Spread.of(sent.stream()
                .filter(event -> texts.containsKey(event.name()))
                .mapToLong(event -> Math.max(
                        0,
                        Duration.between(event.answered(), texts.get(event.name()))
                                .toNanos()))
                .toArray());
    }
}
