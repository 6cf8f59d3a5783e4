package dev.tocsin.postmortem.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How instants and durations read in a report. */
public final class Times {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final List<Duration> STEPS = Stream.of(
                    "PT1S", "PT2S", "PT5S", "PT10S", "PT30S", "PT1M", "PT2M", "PT5M", "PT10M", "PT15M", "PT30M", "PT1H",
                    "PT2H", "PT3H", "PT6H", "PT12H", "P1D", "P2D", "P7D", "P14D", "P28D", "P91D", "P364D")
            .map(Duration::parse)
            .toList();
    private static final int MOST_TICKS = 9;

    private final ZoneId zone;
    private final Instant from;
    private final DateTimeFormatter time;

    /** {@code from} and {@code to} bound what is drawn to scale: short spans are shown to the second. */
    Times(ZoneId zone, Instant from, Instant to) {
        this.zone = zone;
        this.from = from;
        this.time = Duration.between(from, to).compareTo(Duration.ofMinutes(8)) < 0 ? SECONDS : MINUTES;
    }

    /** The time of day; the day as well where it is another than the first one's. */
    String of(Instant at) {
        var local = at.atZone(zone);
        var clock = time.format(local);
        return local.toLocalDate().equals(from.atZone(zone).toLocalDate()) ? clock : DAY.format(local) + " " + clock;
    }

    String day(Instant at) {
        return DAY.format(at.atZone(zone));
    }

    /** Round local times between two instants, at most nine. */
    static List<Instant> ticks(ZoneId zone, Instant from, Instant to) {
        var span = Duration.between(from, to);
        var step = STEPS.stream()
                .filter(s -> span.dividedBy(s) < MOST_TICKS)
                .findFirst()
                .orElse(span.dividedBy(MOST_TICKS - 1))
                .toSeconds();
        var offset = zone.getRules().getOffset(from).getTotalSeconds();
        var first = Math.ceilDiv(from.getEpochSecond() + offset, step) * step - offset;
        var ticks = new ArrayList<Instant>();
        for (var at = Instant.ofEpochSecond(first); !at.isAfter(to); at = at.plusSeconds(step)) {
            if (!at.isBefore(from)) ticks.add(at);
        }
        return ticks;
    }

    /** {@code 2 d 3 h}, {@code 1 h 21 min}, {@code 6 min 37 s} or {@code 12 s}: the two units that matter. */
    public static String span(Duration span) {
        if (span.toDays() > 0) return pair(span.toDays(), "d", span.toHoursPart(), "h");
        if (span.toHours() > 0) return pair(span.toHours(), "h", span.toMinutesPart(), "min");
        if (span.toMinutes() >= 10) return span.toMinutes() + " min";
        if (span.toMinutes() > 0) return pair(span.toMinutes(), "min", span.toSecondsPart(), "s");
        return span.toSeconds() + " s";
    }

    private static String pair(long big, String bigUnit, long small, String smallUnit) {
        return big + " " + bigUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
