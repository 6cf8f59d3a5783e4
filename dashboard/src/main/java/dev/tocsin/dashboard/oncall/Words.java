package dev.tocsin.dashboard.oncall;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.tocsin.dashboard.web.Language;
import dev.tocsin.dashboard.web.TimeWords;
import io.quarkus.qute.TemplateExtension;

import static dev.tocsin.dashboard.web.Language.say;

/** How this room's values read, callable in templates as if they were properties. */
@TemplateExtension
class Words {
    private Words() {}

    /** "Monday at 09:00" of a weekly rotation, "at 09:00" of a daily one, "day 31 at 09:00" of a monthly one. */
    static String handoffWords(LocalDateTime first, String every) {
        var words = say(RotaWords.class);
        var time = Language.dates(TimeWords::clock).format(first);
        return switch (every) {
            case "hourly", "daily" -> words.at(time);
            case "monthly" -> words.onDateAt(first.getDayOfMonth(), time);
            default -> words.onDayAt(Language.dates(TimeWords::weekday).format(first), time);
        };
    }

    /** A wall time in full. */
    static String momentWords(LocalDateTime at) {
        return Language.dates(TimeWords::yearAndClock).format(at);
    }

    /** "Every week", "Every 2 hours". */
    static String turnWords(SchedulesClient.Layer layer) {
        var words = say(RotaWords.class);
        return switch (layer.every()) {
            case "hourly" -> words.everyHours(layer.length());
            case "daily" -> words.everyDays(layer.length());
            case "monthly" -> words.everyMonths(layer.length());
            default -> words.everyWeeks(layer.length());
        };
    }

    /** "Mon, Tue, 22:00 to 06:00 the next day". */
    static String windowWords(SchedulesClient.Restriction window) {
        var words = say(RotaWords.class);
        var days = window.days().size() == 7
                ? words.everyDay()
                : window.days().stream()
                        .map(day -> Language.name(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT))))
                        .collect(Collectors.joining(", "));
        return window.to().isAfter(window.from())
                ? words.window(days, window.from(), window.to())
                : words.windowOverNight(days, window.from(), window.to());
    }

    /** "Ben stands in for Ada", "Ben is on call too", "Ada is off". */
    static String overrideWords(SchedulesClient.Override override) {
        var words = say(RotaWords.class);
        var who = override.person().name();
        return switch (override.kind()) {
            case "add" -> words.isOnCallToo(who);
            case "remove" -> words.isOff(who);
            default ->
                override.replaces() == null
                        ? words.standsIn(who)
                        : words.standsInFor(who, override.replaces().name());
        };
    }
}
