package dev.tocsin.dashboard.learning;

import java.time.Duration;
import java.util.Locale;

/** Lengths of days, where minutes say nothing. Pure. */
final class Days {
    private Days() {}

    /** "3.5 days", "1 day", "7 h". */
    static String spoken(Duration length) {
        if (length.toHours() < 24) return length.toHours() + " h";
        var days =
                String.format(Locale.ROOT, "%.1f", length.toMinutes() / 1440.0).replaceFirst("\\.0$", "");
        return days.equals("1") ? "1 day" : days + " days";
    }
}
