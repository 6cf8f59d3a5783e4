package dev.tocsin.dashboard.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.qute.TemplateExtension;

/** How values read on a page, callable in templates as if they were properties: {@code incident.timeToResolve.spoken}. */
@TemplateExtension
public class Format {
    private Format() {}

    /** "7 min", "1 h 5 min"; see {@link Clockface#length}. */
    public static String spoken(Duration length) {
        return Clockface.length(length);
    }

    /** "1 min 23 s"; see {@link Clockface#measured}. */
    public static String measured(Duration length) {
        return Clockface.measured(length);
    }

    /** "2:05" or "1:02:05": minutes and seconds with nothing cut off, for figures that are compared. */
    public static String precise(Duration length) {
        return length.toHours() > 0
                ? "%d:%02d:%02d".formatted(length.toHours(), length.toMinutesPart(), length.toSecondsPart())
                : "%d:%02d".formatted(length.toMinutes(), length.toSecondsPart());
    }

    /** An instant for an input of type datetime-local, in the given zone. */
    public static String local(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDateTime().withNano(0).toString();
    }

    /** "AL" for "Ada Lovelace". */
    public static String initials(String name) {
        var words = name.strip().split("\\s+");
        var first = words[0].isEmpty() ? "?" : words[0].substring(0, words[0].offsetByCodePoints(0, 1));
        if (words.length == 1) return first.toUpperCase(Locale.ROOT);
        var last = words[words.length - 1];
        return (first + last.substring(0, last.offsetByCodePoints(0, 1))).toUpperCase(Locale.ROOT);
    }

    /** A stable colour class for a name, {@code tone-1} to {@code tone-8}; it never carries meaning alone. */
    public static String tone(String name) {
        return "tone-" + (Math.floorMod(name.hashCode() * 0x9E3779B9 >>> 16, 8) + 1);
    }

    /** All of them. */
    public static Stream<String> tones() {
        return IntStream.rangeClosed(1, 8).mapToObj(number -> "tone-" + number);
    }

    /** "+1415•••5309": enough to recognise a number, too little to ring it. */
    public static String masked(String number) {
        if (number.contains("•") || number.contains("*") || number.length() < 9) return number;
        return number.substring(0, number.length() - 7) + "•••" + number.substring(number.length() - 4);
    }

    /** Whether a text may stand as a link: nothing but http and https does. False for null. */
    public static boolean web(String url) {
        return url != null && (url.startsWith("https://") || url.startsWith("http://"));
    }

    /** The headings of a table: "Team|#Services|" has three, the last without words. */
    public static String[] columns(String head) {
        return head.split("[|]", -1);
    }

    /** "41 up". */
    public static String of(int n, String word) {
        return of((long) n, word);
    }

    /** "5,000 up". */
    public static String of(long n, String word) {
        return Language.number(n) + " " + word;
    }

    /** "5,000". */
    public static String grouped(int n) {
        return Language.number(n);
    }

    /** "7 December 2026": a day that is the same day everywhere. */
    public static String dayInWords(LocalDate day) {
        return Language.dates(TimeWords::dayInFull).format(day);
    }

    /** "Time-out" from "time-out": the first letter for a sentence's start. */
    public static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
