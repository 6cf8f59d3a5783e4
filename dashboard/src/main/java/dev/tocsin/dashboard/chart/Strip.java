package dev.tocsin.dashboard.chart;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tocsin.dashboard.chart.Parts.Table;
import dev.tocsin.dashboard.web.Clockface;
import dev.tocsin.dashboard.web.Format;
import dev.tocsin.dashboard.web.Language;
import dev.tocsin.dashboard.web.TimeWords;

import static dev.tocsin.dashboard.chart.Parts.percent;
import static dev.tocsin.dashboard.web.Language.say;

/**
 * A band of time: who is on call when, or in which state something was. Days are as long as they are in the zone: 23 or
 * 25 hours when the clocks change.
 *
 * @param now where the present stands, as a percentage; empty when outside the band
 * @param keys what the colours mean, where that is not written on the pieces themselves
 */
public record Strip(String summary, List<Day> days, List<Piece> pieces, String now, List<Key> keys, Table table) {
    private static final int DAYS_WITH_NAMES = 16;
    /** Pixels a band has on a wide and on a narrow screen, at least; text that does not fit is left to the table. */
    private static final int WIDE = 840;

    private static final int NARROW = 310;
    private static final int PIXELS_A_LETTER = 7;

    /** What a segment means; each is drawn differently and named in words. */
    public enum Kind {
        PERSON,
        OVERRIDE,
        TEMPORARY,
        GAP,
        UP,
        DEGRADED,
        DOWN,
        UNREACHABLE,
        UNKNOWN,
        PAUSED
    }

    /** @param label who, or what state; for a gap it may be empty */
    public record Segment(Instant start, Instant end, String label, Kind kind) {}

    /** One day's place. @param sparse whether it is named on wide screens only @param name two letters, empty when days are too narrow @param number "23" or "23 Nov" */
    public record Day(
            String x, String width, String name, String number, boolean sparse, boolean weekend, boolean tick) {}

    /** One segment as drawn. */
    public record Piece(
            String x,
            String width,
            String css,
            String wide,
            String narrow,
            String textCss,
            boolean hatched,
            String words) {}

    /** One colour and its word. @param narrow whether only narrow screens need it */
    public record Key(String css, String words, boolean narrow) {}

    /** Segments outside the window are cut at its edges. */
    public static Strip of(String title, ZoneId zone, Instant from, Instant to, Instant now, List<Segment> segments) {
        var pieces = new ArrayList<Piece>();
        var rows = new ArrayList<List<String>>();
        var tones = tones(segments);
        var when = Language.dates(TimeWords::weekdayAndClock).withZone(zone);
        for (var segment : segments) {
            var start = segment.start().isBefore(from) ? from : segment.start();
            var end = segment.end().isAfter(to) ? to : segment.end();
            if (!start.isBefore(end)) continue;
            var words = words(segment);
            pieces.add(piece(segment, start, end, from, to, words, tones, when));
            rows.add(List.of(words, when.format(start), when.format(end), hours(Duration.between(start, end))));
        }
        var present = now.isBefore(from) || now.isAfter(to) ? "" : percent(LineChart.fraction(now, from, to));
        var summary = say(ChartWords.class).span(title, when.format(from), when.format(to), zone.getId());
        return new Strip(
                summary,
                days(zone, from, to),
                pieces,
                present,
                keys(segments, pieces, tones),
                new Table(
                        List.of(
                                "",
                                say(ChartWords.class).from(),
                                say(ChartWords.class).until(),
                                say(ChartWords.class).length()),
                        rows));
    }

    static List<Day> days(ZoneId zone, Instant from, Instant to) {
        var first = LocalDate.ofInstant(from, zone);
        var count = first.until(LocalDate.ofInstant(to, zone)).getDays();
        var many = Duration.between(from, to).toDays() > DAYS_WITH_NAMES;
        var days = new ArrayList<Day>();
        for (var date = first; date.atStartOfDay(zone).toInstant().isBefore(to); date = date.plusDays(1)) {
            var start = LineChart.fraction(date.atStartOfDay(zone).toInstant(), from, to);
            var end = LineChart.fraction(date.plusDays(1).atStartOfDay(zone).toInstant(), from, to);
            var weekday = date.getDayOfWeek();
            var named = !many || weekday == DayOfWeek.MONDAY;
            var roomy = end - start > 0.02 || many;
            days.add(new Day(
                    percent(start),
                    percent(end - start),
                    many || !roomy ? "" : Language.name(weekday).substring(0, 2),
                    !named || !roomy ? "" : number(date, many || (count == 0)),
                    many && Math.floorMod(date.toEpochDay(), 14) > 6,
                    weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY,
                    named && start > 0));
        }
        return days;
    }

    private static String number(LocalDate date, boolean withMonth) {
        return Language.dates(withMonth ? TimeWords::day : TimeWords::dayOfMonth)
                .format(date);
    }

    private static Piece piece(
            Segment segment,
            Instant start,
            Instant end,
            Instant from,
            Instant to,
            String words,
            Map<String, String> tones,
            DateTimeFormatter when) {
        var left = LineChart.fraction(start, from, to);
        var width = LineChart.fraction(end, from, to) - left;
        var css = css(segment, tones);
        var hatched = segment.kind() == Kind.OVERRIDE || segment.kind() == Kind.TEMPORARY;
        var person = hatched || segment.kind() == Kind.PERSON;
        var texts = person
                ? List.of(segment.label(), segment.label().split(" ")[0], Format.initials(segment.label()))
                : segment.kind() == Kind.GAP
                        ? List.of(words, say(ChartWords.class).nobody(), "!")
                        : List.<String>of();
        return new Piece(
                percent(left),
                percent(width),
                css,
                fitting(texts, width * WIDE),
                fitting(texts, width * NARROW),
                segment.kind() == Kind.GAP ? "gap-word" : "who " + css.replace("seg ", ""),
                hatched,
                say(ChartWords.class).lasts(words, when.format(start), when.format(end)));
    }

    private static String css(Segment segment, Map<String, String> tones) {
        return switch (segment.kind()) {
            case PERSON, OVERRIDE, TEMPORARY -> "seg " + tones.get(segment.label());
            case GAP -> "gap";
            case UP -> "up";
            case DEGRADED -> "degraded";
            case DOWN -> "down";
            case UNREACHABLE -> "unreachable";
            case UNKNOWN -> "unknown";
            case PAUSED -> "paused";
        };
    }

    /** Each person's own tone; whose is taken in this band gets the next that is free, while there are any. */
    private static Map<String, String> tones(List<Segment> segments) {
        var tones = new LinkedHashMap<String, String>();
        for (var segment : segments) {
            if (tones.containsKey(segment.label())) continue;
            var own = Format.tone(segment.label());
            tones.put(
                    segment.label(),
                    !tones.containsValue(own)
                            ? own
                            : Format.tones()
                                    .filter(tone -> !tones.containsValue(tone))
                                    .findFirst()
                                    .orElse(own));
        }
        return tones;
    }

    /** States are never written on their pieces; a person is named below where no piece of theirs has room. */
    private static List<Key> keys(List<Segment> segments, List<Piece> pieces, Map<String, String> tones) {
        var keys = new LinkedHashMap<String, Key>();
        for (var segment : segments) {
            if (segment.kind() == Kind.GAP) continue;
            var css = css(segment, tones);
            var drawn = pieces.stream().filter(piece -> piece.css().equals(css)).toList();
            if (drawn.isEmpty() || drawn.stream().anyMatch(piece -> named(piece.narrow(), segment))) continue;
            var words = css.startsWith("seg") ? segment.label() : state(segment.kind());
            keys.put(css, new Key(css, words, drawn.stream().anyMatch(piece -> named(piece.wide(), segment))));
        }
        return List.copyOf(keys.values());
    }

    private static boolean named(String text, Segment segment) {
        return text.startsWith(segment.label().split(" ")[0]) && !text.isEmpty();
    }

    private static String state(Kind kind) {
        return words(new Segment(Instant.EPOCH, Instant.EPOCH, "", kind));
    }

    /** The longest of the texts that fits, else nothing. */
    private static String fitting(List<String> longestFirst, double pixels) {
        return longestFirst.stream()
                .filter(text -> text.length() * PIXELS_A_LETTER + 9 <= pixels)
                .findFirst()
                .orElse("");
    }

    private static String words(Segment segment) {
        var words = say(ChartWords.class);
        return switch (segment.kind()) {
            case PERSON -> segment.label();
            case OVERRIDE -> words.override(segment.label());
            case TEMPORARY -> words.temporarySchedule(segment.label());
            case GAP -> words.nobodyOnCall();
            case UP -> words.up();
            case DEGRADED -> words.slow(segment.label());
            case UNREACHABLE -> words.unreachable(segment.label());
            case DOWN -> words.down(segment.label());
            case UNKNOWN -> words.unknown(segment.label());
            case PAUSED -> words.paused();
        };
    }

    /** Exact to the minute and never rounded to days: 167 h is a week in which the clocks went forward. */
    private static String hours(Duration length) {
        return length.toHours() < 1 ? Clockface.length(length) : Clockface.hours(length);
    }
}
