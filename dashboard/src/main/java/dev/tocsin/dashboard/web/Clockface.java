package dev.tocsin.dashboard.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static dev.tocsin.dashboard.web.Language.say;

/** Times as one viewer reads them at one moment: absolute with the zone printed, relative, and lengths. Pure. */
public record Clockface(ZoneId zone, Instant now) {
    /** Keeps a figure and its unit on one line. */
    private static final String NO_BREAK = "\u00a0";

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'");

    /** "03:12 CET" today, "Sun 22 Nov, 03:12 CET" this year, "22 Nov 2025, 03:12 CET" before. */
    public String absolute(Instant at) {
        var local = at.atZone(zone);
        var today = now.atZone(zone);
        if (local.toLocalDate().equals(today.toLocalDate()))
            return Language.dates(TimeWords::zoned).format(local);
        return local.getYear() == today.getYear()
                ? dated(at)
                : Language.dates(TimeWords::yearZoned).format(local);
    }

    /** "03:12:09 CET" today, "Sun 22 Nov, 03:12:09 CET" else: for what happened within one minute. */
    public String exact(Instant at) {
        var local = at.atZone(zone);
        var today = local.toLocalDate().equals(now.atZone(zone).toLocalDate());
        return Language.dates(today ? TimeWords::exact : TimeWords::weekdayExact)
                .format(local);
    }

    /** "Sun 22 Nov, 03:12 CET" always, with the year where it is another one: for lists of days. */
    public String dated(Instant at) {
        return Language.dates(ofThisYear(at) ? TimeWords::weekdayZoned : TimeWords::weekdayYearZoned)
                .format(at.atZone(zone));
    }

    /** "Sun 22 Nov, 03:12:09 CET" always, with the year where it is another one: for records of what was done. */
    public String stamp(Instant at) {
        return Language.dates(ofThisYear(at) ? TimeWords::weekdayExact : TimeWords::yearExact)
                .format(at.atZone(zone));
    }

    private boolean ofThisYear(Instant at) {
        return at.atZone(zone).getYear() == now.atZone(zone).getYear();
    }

    /** "Sun 22 Nov, 03:12", where another time with its zone follows. */
    public String bare(Instant at) {
        return Language.dates(TimeWords::weekdayAndClock).format(at.atZone(zone));
    }

    /** The text with each instant that stands in it as {@link #absolute} gives it; what only looks like one stays. */
    public String timed(String text) {
        return INSTANT.matcher(text).replaceAll(found -> Matcher.quoteReplacement(absoluteOr(found.group())));
    }

    private String absoluteOr(String text) {
        try {
            return absolute(Instant.parse(text));
        } catch (DateTimeException noInstant) {
            return text;
        }
    }

    /** "4 min ago", "in 4 min", "now". */
    public String relative(Instant at) {
        var words = say(TimeWords.class);
        var length = Duration.between(at, now);
        if (length.abs().toMillis() < 1000) return words.now();
        return length.isNegative() ? words.in(length(length.negated())) : words.ago(length(length));
    }

    /** "2026-11-22 02:12:33 UTC", for the other zone on hover. */
    public String utc(Instant at) {
        return UTC.format(at.atZone(ZoneOffset.UTC));
    }

    /** "Europe/Berlin (CET)". */
    public String zoneName() {
        var abbreviation = DateTimeFormatter.ofPattern("z", Language.locale()).format(now.atZone(zone));
        var name = zone instanceof ZoneOffset ? zone.getDisplayName(TextStyle.SHORT, Language.locale()) : zone.getId();
        if (name.equals("Z")) return "UTC";
        return name.equals(abbreviation) ? name : "%s (%s)".formatted(name, abbreviation);
    }

    /** A length as people say it, two units at most: "0.35 ms", "850 ms", "42 s", "7 min", "1 h 5 min", "1 d 3 h", "12 d". */
    public static String length(Duration length) {
        if (length.isNegative()) return "-" + length(length.negated());
        var unit = say(TimeWords.class);
        if (length.isZero()) return "0" + NO_BREAK + unit.s();
        if (length.toMillis() < 1000) return millis(length.toNanos() / 1e6);
        if (length.toSeconds() < 60) return length.toSeconds() + NO_BREAK + unit.s();
        if (length.toMinutes() < 60) return length.toMinutes() + NO_BREAK + unit.min();
        if (length.toHours() < 24) return hours(length);
        if (length.toDays() < 2) return two(length.toDays(), unit.d(), length.toHoursPart(), unit.h());
        return length.toDays() + NO_BREAK + unit.d();
    }

    /** Hours and minutes and never days: "167 h" is a week in which the clocks went forward. */
    public static String hours(Duration length) {
        var unit = say(TimeWords.class);
        return two(length.toHours(), unit.h(), length.toMinutesPart(), unit.min());
    }

    /** A measured length, with nothing cut off that matters: "42 s", "1 min 23 s", "1 h 5 min", "3 d 4 h". */
    public static String measured(Duration length) {
        var unit = say(TimeWords.class);
        if (length.toSeconds() >= 60 && length.toMinutes() < 60)
            return two(length.toMinutes(), unit.min(), length.toSecondsPart(), unit.s());
        if (length.toDays() >= 2) return two(length.toDays(), unit.d(), length.toHoursPart(), unit.h());
        return length(length);
    }

    /** Milliseconds, with two figures that count where they are few: "0.35 ms", "2.4 ms", "850 ms". */
    public static String millis(double millis) {
        var unit = say(TimeWords.class).ms();
        if (millis >= 10) return Math.round(millis) + NO_BREAK + unit;
        var exact = BigDecimal.valueOf(millis).round(new MathContext(2)).setScale(2, RoundingMode.HALF_UP);
        return Language.number(exact.doubleValue(), 2) + NO_BREAK + unit;
    }

    private static String two(long big, String bigUnit, int small, String smallUnit) {
        return small == 0 ? big + NO_BREAK + bigUnit : big + NO_BREAK + bigUnit + " " + small + NO_BREAK + smallUnit;
    }
}
