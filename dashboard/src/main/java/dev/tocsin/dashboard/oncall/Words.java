package dev.tocsin.dashboard.oncall;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import io.quarkus.qute.TemplateExtension;

/** How this room's values read, callable in templates as if they were properties. */
@TemplateExtension
class Words {
    private static final DateTimeFormatter DAILY = DateTimeFormatter.ofPattern("'at' HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKLY = DateTimeFormatter.ofPattern("EEEE 'at' HH:mm", Locale.ENGLISH);

    private Words() {}

    /** "Monday at 09:00" of a weekly rotation, "at 09:00" of a daily one. */
    static String handoffWords(LocalDateTime first, String every) {
        return (every.equals("daily") ? DAILY : WEEKLY).format(first);
    }
}
