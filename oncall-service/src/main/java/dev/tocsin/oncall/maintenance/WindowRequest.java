package dev.tocsin.oncall.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import dev.tocsin.oncall.Problem;

/**
 * Planned work as somebody asks for it: wall times in {@code zone}. Without {@code start} it begins now; {@code end} or
 * {@code length} must be given. {@code rrule} repeats it; {@code version} is the one that was read, needed to change it.
 */
record WindowRequest(
        @NotBlank @Size(max = 200) String title,
        LocalDateTime start,
        LocalDateTime end,
        Duration length,
        ZoneId zone,
        @Size(max = 500) String rrule,
        Integer version) {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    Recurrence recurrence(ZoneId usual, Instant now) {
        var where = zone == null ? usual : zone;
        var begin = (start == null ? LocalDateTime.ofInstant(now, where) : start).truncatedTo(ChronoUnit.SECONDS);
        if (begin.getYear() < 1990 || begin.getYear() > 2200)
            throw Problem.badField("start", "is outside of 1990 to 2200");
        var finish = finish(begin);
        var lasts = Duration.between(begin, finish);
        if (lasts.compareTo(SHORTEST) < 0) throw Problem.badField("end", "must be at least a minute after start");
        if (lasts.compareTo(LONGEST) > 0) throw Problem.badField("end", "must be at most 30 days after start");
        var rule = Optional.ofNullable(rrule).map(String::strip).filter(text -> !text.isEmpty());
        rule.flatMap(text -> Recurrence.fault(begin, text)).ifPresent(reason -> {
            throw Problem.badField("rrule", reason);
        });
        return new Recurrence(begin, finish, where, rule);
    }

    private LocalDateTime finish(LocalDateTime begin) {
        if ((end == null) == (length == null))
            throw Problem.badField("end", "or length must be given, and only one of them");
        if (end != null) return end.truncatedTo(ChronoUnit.SECONDS);
        if (length.compareTo(LONGEST) > 0) throw Problem.badField("length", "must be at most 30 days");
        return begin.plus(length);
    }
}
