package dev.tocsin.monitor.heartbeat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Map;
import java.util.Optional;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;

/**
 * When a crontab line runs, purely, in its zone. Clock changes as Vixie cron treats them (cron(8)): a line with a
 * {@code *} in minute or hour follows the clock on the wall; any other runs once, so that a time that the change skips
 * comes as much later as the clock jumped, and one that comes twice runs the first time only.
 */
final class CronTimes {
    private static final Map<String, String> NICKNAMES = Map.of(
            "@hourly", "0 * * * *",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@weekly", "0 0 * * 0",
            "@monthly", "0 0 1 * *",
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *");
    private static final int LONGEST = 100;
    private static final CronParser PARSER = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

    private final ExecutionTime times;
    private final boolean wildcard;
    private final ZoneId zone;

    private CronTimes(ExecutionTime times, boolean wildcard, ZoneId zone) {
        this.times = times;
        this.wildcard = wildcard;
        this.zone = zone;
    }

    /** @throws IllegalArgumentException with what is wrong, as in "must be five fields such as 30 2 * * *" */
    static CronTimes parse(String text, ZoneId zone) {
        var line = NICKNAMES.getOrDefault(text.strip(), text.strip());
        var fields = line.split("\\s+");
        if (line.length() > LONGEST || fields.length != 5)
            throw new IllegalArgumentException("must be five fields such as 30 2 * * *, or a name such as @daily");
        var cron = new CronTimes(times(line), fields[0].startsWith("*") || fields[1].startsWith("*"), zone);
        if (cron.next(Instant.EPOCH).isEmpty()) throw new IllegalArgumentException("never comes");
        return cron;
    }

    private static ExecutionTime times(String line) {
        try {
            return ExecutionTime.forCron(PARSER.parse(line).validate());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("cannot be read: " + e.getMessage(), e);
        }
    }

    /** The first time after this moment. */
    Optional<Instant> next(Instant after) {
        var offset = zone.getRules().getOffset(after);
        var next =
                localAfter(LocalDateTime.ofInstant(after, offset)).map(local -> beyondRepeated(local, after, offset));
        var change = zone.getRules().nextTransition(after);
        if (next.isEmpty() || change == null || next.get().toInstant(offset).isBefore(change.getInstant()))
            return next.map(local -> local.toInstant(offset));
        return across(change, next.get());
    }

    /** The first time at or after a clock change, given what would have come without it. */
    private Optional<Instant> across(ZoneOffsetTransition change, LocalDateTime unchanged) {
        var skipped = change.isGap() && unchanged.isBefore(change.getDateTimeAfter());
        if (skipped && !wildcard) return Optional.of(unchanged.toInstant(change.getOffsetBefore()));
        var from = change.isGap() || wildcard ? change.getDateTimeAfter() : change.getDateTimeBefore();
        return localAfter(from.minusSeconds(1))
                .map(local -> local.atZone(zone).withLaterOffsetAtOverlap().toInstant());
    }

    /** In an hour that comes a second time, what is to run once has run already. */
    private LocalDateTime beyondRepeated(LocalDateTime local, Instant after, ZoneOffset offset) {
        if (wildcard) return local;
        var overlap = zone.getRules().getTransition(local);
        var second = overlap != null
                && overlap.isOverlap()
                && overlap.getOffsetAfter().equals(offset)
                && !after.isBefore(overlap.getInstant());
        return second ? localAfter(overlap.getDateTimeBefore().minusSeconds(1)).orElse(local) : local;
    }

    private Optional<LocalDateTime> localAfter(LocalDateTime local) {
        return times.nextExecution(local.atZone(ZoneOffset.UTC)).map(next -> next.toLocalDateTime());
    }
}
