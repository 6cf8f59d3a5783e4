package dev.tocsin.dashboard.learning;

import java.time.Duration;

import dev.tocsin.dashboard.web.Clockface;
import dev.tocsin.dashboard.web.Language;

import static dev.tocsin.dashboard.web.Language.say;

/** Lengths of days, where minutes say nothing. Pure. */
final class Days {
    private Days() {}

    /** "3.5 days", "1 day", "7 h". */
    static String spoken(Duration length) {
        if (length.toHours() < 24) return Clockface.hours(Duration.ofHours(length.toHours()));
        var days = Math.round(length.toMinutes() / 144.0) / 10.0;
        return say(LearningWords.class).days(Language.number(days, 1), days);
    }
}
