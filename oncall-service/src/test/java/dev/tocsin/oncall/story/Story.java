package dev.tocsin.oncall.story;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import dev.tocsin.oncall.Await;
import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.Crews;
import dev.tocsin.oncall.TestClock;
import dev.tocsin.oncall.incident.EscalationEngine;
import dev.tocsin.oncall.incident.SomethingDue;
import dev.tocsin.oncall.paging.RecordingCourier;

import static org.assertj.core.api.Assertions.assertThat;

/** The stage: people, the clock, and what was logged. */
@Singleton
class Story {
    private static final AtomicInteger COUNT = new AtomicInteger();

    final Crews crews;
    final Callers callers;
    final RecordingCourier courier;
    final TestClock clock;
    private final EscalationEngine engine;
    private final Event<SomethingDue> due;
    private final Errors errors = new Errors();
    private final List<Somebody> people = new ArrayList<>();

    Story(
            Crews crews,
            Callers callers,
            RecordingCourier courier,
            TestClock clock,
            EscalationEngine engine,
            Event<SomethingDue> due) {
        this.crews = crews;
        this.callers = callers;
        this.courier = courier;
        this.clock = clock;
        this.engine = engine;
        this.due = due;
    }

    /** Ends what earlier tests left open, so that nothing of it moves when the clock does. */
    void begins() {
        people.clear();
        closeEverything();
        clock.set(TestClock.START);
        settle();
        errors.clear();
        Logger.getLogger("").addHandler(errors);
    }

    void ends() {
        try {
            settle();
            for (var person : people) person.expectsNothingMore();
            assertThat(errors.seen).as("ERROR lines in the log").isEmpty();
        } finally {
            Logger.getLogger("").removeHandler(errors);
            closeEverything();
            clock.set(TestClock.START);
        }
    }

    Somebody person(String name) {
        var person = new Somebody(this, crews.person(name));
        people.add(person);
        return person;
    }

    Crowd team(String name, Somebody... members) {
        return new Crowd(this, name, List.of(members));
    }

    void after(Duration time) {
        settle();
        clock.advance(time);
        settle();
    }

    void itIs(String local, String zone) {
        settle();
        clock.set(at(local, zone));
        settle();
    }

    static Instant at(String local, String zone) {
        return LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant();
    }

    static String unique(String name) {
        return name + " " + COUNT.incrementAndGet();
    }

    /** Waits until everything that is due by the clock has been done. */
    void settle() {
        for (int round = 0; round < 2; round++) {
            long asked = System.nanoTime();
            due.fire(new SomethingDue());
            Await.until("the engine went round", () -> engine.sinceLastBeat().toNanos() < System.nanoTime() - asked);
        }
        Await.until("nothing is due", () -> crews.count("""
                        select (select count(*) from incident
                                 where (state = 'TRIGGERED' and next_step_at <= ?::timestamptz)
                                    or (state = 'ACKNOWLEDGED' and hold_expires_at <= ?::timestamptz))
                             + (select count(*) from page
                                 where state in ('LEASED', 'INTENT') or (state = 'DUE' and due_at <= ?::timestamptz))
                             + (select count(*) from page p join page c on c.id = p.bundled_into
                                 where p.state = 'BUNDLED' and c.state in ('FAILED', 'CANCELLED', 'EXPIRED'))
                        """, now(), now(), now()) == 0);
    }

    private String now() {
        return clock.instant().toString();
    }

    private void closeEverything() {
        crews.run("""
                update incident set state = 'RESOLVED', resolved_at = triggered_at, next_step_at = null,
                       held_since = null, held_by_id = null, held_by = null, held_via = null, hold_expires_at = null
                 where state <> 'RESOLVED'""");
        crews.run("update page set state = 'CANCELLED', lease_owner = null, lease_until = null"
                + " where state in ('DUE', 'LEASED', 'INTENT')");
    }

    /** Keeps the ERROR lines. */
    private static final class Errors extends Handler {
        private final List<String> seen = new CopyOnWriteArrayList<>();

        void clear() {
            seen.clear();
        }

        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() < Level.SEVERE.intValue()) return;
            seen.add(new SimpleFormatter().formatMessage(line)
                    + (line.getThrown() == null ? "" : " " + line.getThrown()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
