package dev.tocsin.oncall.schedule;

import java.time.Duration;
import java.time.Instant;

import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.Times;

/** A stretch of time as a request gives it, from {@code start} until just before {@code end}. */
record Window(Instant start, Instant end) {
    private static final Duration LONGEST_QUERY = Duration.ofDays(100);
    private static final Duration USUAL_QUERY = Duration.ofDays(28);

    /** A stretch that is not over: what it leaves of the past is cut off, because what was stays true. */
    static Window fromNow(Instant start, Instant end, Instant now) {
        var asked = Times.sane("start", start);
        var window = new Window(asked.isBefore(now) ? now : asked, Times.sane("end", end));
        if (!window.end.isAfter(window.start)) throw Problem.badField("end", "must be after start, and in the future");
        return window;
    }

    /** What a query asks about: at most 100 days, four weeks from now by default. */
    static Window asked(String from, String to, Instant now) {
        var start = Times.read("from", from, now);
        var end = Times.read("to", to, start.plus(USUAL_QUERY));
        if (!end.isAfter(start)) throw Problem.badField("to", "must be after from");
        if (Duration.between(start, end).compareTo(LONGEST_QUERY) > 0)
            throw Problem.badField("to", "must be at most 100 days after from");
        return new Window(start, end);
    }
}
