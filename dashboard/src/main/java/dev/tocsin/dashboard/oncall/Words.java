package dev.tocsin.dashboard.oncall;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

import io.quarkus.qute.TemplateExtension;

/** How this room's values read, callable in templates as if they were properties. */
@TemplateExtension
class Words {
    private static final DateTimeFormatter DAILY = DateTimeFormatter.ofPattern("'at' HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKLY = DateTimeFormatter.ofPattern("EEEE 'at' HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter MONTHLY = DateTimeFormatter.ofPattern("'day' d 'at' HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    private Words() {}

    /** "Monday at 09:00" of a weekly rotation, "at 09:00" of a daily one, "day 31 at 09:00" of a monthly one. */
    static String handoffWords(LocalDateTime first, String every) {
        return switch (every) {
            case "hourly", "daily" -> DAILY.format(first);
            case "monthly" -> MONTHLY.format(first);
            default -> WEEKLY.format(first);
        };
    }

    /** A wall time in full. */
    static String momentWords(LocalDateTime at) {
        return MOMENT.format(at);
    }

    /** "Every week", "Every 2 hours". */
    static String turnWords(SchedulesClient.Layer layer) {
        var unit = switch (layer.every()) {
            case "hourly" -> "hour";
            case "daily" -> "day";
            case "monthly" -> "month";
            default -> "week";
        };
        return layer.length() == 1 ? "Every " + unit : "Every %d %ss".formatted(layer.length(), unit);
    }

    /** "Mon, Tue, 22:00 to 06:00 the next day". */
    static String windowWords(SchedulesClient.Restriction window) {
        var days = window.days().size() == 7
                ? "every day"
                : window.days().stream()
                        .map(day -> day.substring(0, 1).toUpperCase(Locale.ROOT) + day.substring(1, 3))
                        .collect(Collectors.joining(", "));
        return "%s, %s to %s%s"
                .formatted(days, window.from(), window.to(), window.to().isAfter(window.from()) ? "" : " the next day");
    }

    /** "Ben stands in for Ada", "Ben is on call too", "Ada is off". */
    static String overrideWords(SchedulesClient.Override override) {
        var who = override.person().name();
        return switch (override.kind()) {
            case "add" -> who + " is on call too";
            case "remove" -> who + " is off";
            default ->
                override.replaces() == null
                        ? who + " stands in"
                        : "%s stands in for %s"
                                .formatted(who, override.replaces().name());
        };
    }
}
