package dev.tocsin.oncall.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says when something was, as a person reads a clock: "03:12", or "21 Nov 03:12" when it was not today. */
public final class Clockface {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("z", Locale.ENGLISH);

    private Clockface() {}

    /** The same with the zone's letters, for sentences that people in other zones read too: "03:12 CET". */
    public static String readWithZone(Instant at, ZoneId zone, Instant now) {
        return "%s %s".formatted(read(at, zone, now), ZONE.format(at.atZone(zone)));
    }

    public static String read(Instant at, ZoneId zone, Instant now) {
        var today = LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(now, zone));
        return (today ? TIME : DAY).format(at.atZone(zone));
    }
}
