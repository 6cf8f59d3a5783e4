package dev.tocsin.monitor.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Whether a call is missing, purely: from what was stored, never from what we looked at.
 * <ol>
 *   <li>The last thing it said was that it failed: failed, until it succeeds.
 *   <li>It began a run and did not end it within the time it is given: overrun.
 *   <li>No success within the grace after the expected moment: late. Who has never called at all is waited for.
 *   <li>A call that could have come while none of our replicas listened has the whole grace again once one does.
 * </ol>
 */
final class Lateness {
    private Lateness() {}

    /** @param absences oldest first, as far back as the last success */
    static Finding judge(HeartbeatTarget target, Heard heard, List<Absence> absences, Instant now) {
        var expected = expected(target, heard);
        var deadline = excused(expected.minus(target.grace()), expected.plus(target.grace()), target, absences);
        if (heard.failing().isPresent()) return new Finding.Failed(expected, deadline, heard.failure());
        var overrun = overrun(target, heard, absences, now);
        if (overrun.isPresent()) return new Finding.Overrun(expected, deadline, overrun.get());
        if (!now.isAfter(deadline)) {
            var known =
                    heard.succeeded().filter(at -> !at.isBefore(heard.armed())).isPresent();
            return known ? new Finding.OnTime(expected, deadline) : new Finding.Waiting(expected, deadline);
        }
        if (!heard.ever()) return new Finding.Waiting(expected, deadline);
        return new Finding.Late(expected, deadline, lateWords(target, heard, expected, deadline));
    }

    /** When the next success is due. */
    static Instant expected(HeartbeatTarget target, Heard heard) {
        var last = heard.succeeded().filter(at -> at.isAfter(heard.armed())).orElse(heard.armed());
        return target.rhythm().next(last);
    }

    private static Optional<String> overrun(HeartbeatTarget target, Heard heard, List<Absence> absences, Instant now) {
        return target.maxRun()
                .flatMap(most -> heard.running()
                        .filter(began -> now.isAfter(excused(began, began.plus(most), target, absences)))
                        .map(began -> "started at %s and not finished after %s".formatted(label(began), words(most))));
    }

    private static Instant excused(Instant begin, Instant end, HeartbeatTarget target, List<Absence> absences) {
        var deadline = end;
        for (var absence : absences) {
            var again = absence.until().plus(target.grace());
            if (absence.overlaps(begin, deadline) && again.isAfter(deadline)) deadline = again;
        }
        return deadline;
    }

    private static String lateWords(HeartbeatTarget target, Heard heard, Instant expected, Instant deadline) {
        var said = heard.succeeded()
                .map(at -> "no success since " + label(at))
                .orElse("it has never said that it succeeded");
        var excused = deadline.isAfter(expected.plus(target.grace()))
                ? "; we were away ourselves meanwhile and waited until " + label(deadline)
                : "";
        return "%s; expected at %s, %s of grace%s".formatted(said, label(expected), words(target.grace()), excused);
    }

    private static String label(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** As in "1 h 30 min". */
    static String words(Duration length) {
        var parts = new StringBuilder();
        if (length.toDays() > 0) parts.append(length.toDays()).append(" d ");
        if (length.toHoursPart() > 0) parts.append(length.toHoursPart()).append(" h ");
        if (length.toMinutesPart() > 0) parts.append(length.toMinutesPart()).append(" min ");
        if (length.toSecondsPart() > 0 || parts.isEmpty())
            parts.append(length.toSecondsPart()).append(" s ");
        return parts.toString().strip();
    }
}
