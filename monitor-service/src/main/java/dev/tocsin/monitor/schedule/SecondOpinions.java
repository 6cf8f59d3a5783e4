package dev.tocsin.monitor.schedule;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.monitor.alerting.Attempt;
import dev.tocsin.monitor.check.WatchList;
import dev.tocsin.monitor.check.Watched;
import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.egress.Avoid;
import dev.tocsin.monitor.verdict.Observation;
import dev.tocsin.monitor.verdict.Outcome;
import io.quarkus.logging.Log;

/**
 * What another replica sees of a target that failed here. The question is a row that any other replica takes with its
 * next look at the database, so an answer comes within about half a second, or never: who asks goes on meanwhile. A
 * replica that cannot tell (no network of its own, held up) says nothing.
 */
@ApplicationScoped
class SecondOpinions {
    /** Questions open at once, and answers in the making: when thousands break together, most are decided without. */
    static final int MOST = 20;

    private static final Duration SLACK = Duration.ofSeconds(1);
    private static final Duration COLLECTED_EVERY = Duration.ofMillis(50);

    private final Database database;
    private final WatchList watchList;
    private final Shot shot;
    private final Connectivity connectivity;
    private final ObjectMapper json;
    private final Clock clock;
    private final UUID self = UUID.randomUUID();
    private final Map<UUID, Waiting> open = new ConcurrentHashMap<>();
    private final AtomicBoolean collecting = new AtomicBoolean();
    private final Semaphore hands = new Semaphore(MOST);
    private volatile boolean accompanied;

    SecondOpinions(
            Database database,
            WatchList watchList,
            Shot shot,
            Connectivity connectivity,
            ObjectMapper json,
            Clock clock) {
        this.database = database;
        this.watchList = watchList;
        this.shot = shot;
        this.connectivity = connectivity;
        this.json = json;
        this.clock = clock;
    }

    /** Who wants to know. @param untilNanos when an answer comes too late */
    private record Waiting(Consumer<Observation> heard, long untilNanos) {}

    private record Answer(UUID id, String text) {}

    /** Whether there is another replica at all. */
    void accompanied(boolean others) {
        accompanied = others;
    }

    /** Returns at once. @param heard is told at most once, perhaps never */
    void ask(Watched check, Consumer<Observation> heard) {
        if (!accompanied || open.size() >= MOST) return;
        var id = UUID.randomUUID();
        var within = check.timeout().plus(SLACK);
        open.put(id, new Waiting(heard, System.nanoTime() + within.toNanos()));
        Thread.ofVirtual().name("second-opinion").start(() -> {
            try {
                database.update(
                        "insert into second_opinion (id, check_id, asked_by, until)"
                                + " values (?, ?, ?, now() + make_interval(secs => ?))",
                        id,
                        check.id(),
                        self,
                        within.toMillis() / 1000.0);
                collect();
            } catch (RuntimeException e) {
                open.clear();
                Log.warnf("no second opinion for check=%s: %s", check.id(), e.getMessage());
            }
        });
    }

    /** Takes what others ask, and answers it aside. */
    void give() {
        if (!accompanied) return;
        database.list("""
                        update second_opinion set taken_by = ?
                        where id in (select id from second_opinion where asked_by <> ? and taken_by is null and until > now()
                                     limit ? for update skip locked)
                        returning id, check_id
                        """, row -> Map.entry(row.uuid("id"), row.uuid("check_id")), self, self, hands.availablePermits())
                .forEach(asked -> {
                    hands.acquireUninterruptibly();
                    Thread.ofVirtual().name("second-opinion").start(() -> {
                        try {
                            watchList.find(asked.getValue()).ifPresent(check -> answer(asked.getKey(), check));
                        } finally {
                            hands.release();
                        }
                    });
                });
        database.update("delete from second_opinion where until < now() - interval '1 minute'");
    }

    private void answer(UUID id, Watched check) {
        var seen = shot.of(check, Avoid.NOTHING);
        var silent = seen.outcome() == Outcome.DOWN && seen.evidence().status().isEmpty();
        if (seen.outcome() == Outcome.UNKNOWN || silent && connectivity.lost()) return;
        try {
            database.update(
                    "update second_opinion set answer = ?::jsonb where id = ?",
                    json.writeValueAsString(Attempt.of(seen)),
                    id);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an attempt that cannot be written", e);
        }
    }

    /** One thread for all open questions, until none is left. */
    private void collect() {
        while (!open.isEmpty() && collecting.compareAndSet(false, true)) {
            try {
                while (!open.isEmpty()) {
                    answers().forEach(this::pass);
                    var now = System.nanoTime();
                    open.values().removeIf(waiting -> waiting.untilNanos - now < 0);
                    LockSupport.parkNanos(COLLECTED_EVERY.toNanos());
                }
            } finally {
                collecting.set(false);
            }
        }
    }

    private List<Answer> answers() {
        return database.list(
                "delete from second_opinion where asked_by = ? and (answer is not null or until < now())"
                        + " returning id, answer::text as answer",
                row -> new Answer(row.uuid("id"), row.text("answer")),
                self);
    }

    private void pass(Answer answer) {
        var waiting = open.remove(answer.id);
        if (waiting == null || answer.text == null) return;
        try {
            var seen = json.readValue(answer.text, Attempt.class).observation();
            waiting.heard.accept(seen.elsewhere(clock.instant()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an attempt that cannot be read", e);
        }
    }
}
