package dev.tocsin.monitor.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** When a job is to call, purely. */
sealed interface Rhythm {
    /** The moment the next call is expected, given the last. */
    Instant next(Instant last);

    /** So long after the last call. */
    record Every(Duration period) implements Rhythm {
        @Override
        public Instant next(Instant last) {
            return last.plus(period);
        }
    }

    /** At the times of a crontab line. */
    record Cron(String line, ZoneId zone) implements Rhythm {
        /** A call so little before its time belongs to that time: clocks differ. */
        private static final Duration EARLY = Duration.ofSeconds(10);

        @Override
        public Instant next(Instant last) {
            var times = CronTimes.parse(line, zone);
            var next = times.next(last).orElseThrow();
            var after = times.next(next).orElseThrow();
            var early = Duration.between(next, after).dividedBy(5);
            var slack = early.compareTo(EARLY) < 0 ? early : EARLY;
            return next.minus(slack).isAfter(last) ? next : after;
        }
    }
}
