package dev.tocsin.dashboard.checks;

import java.time.Duration;
import java.time.Instant;

import dev.tocsin.dashboard.web.Clockface;
import dev.tocsin.dashboard.web.Lengths;
import io.quarkus.qute.TemplateExtension;

/** How this room's values read, callable in templates as if they were properties. */
@TemplateExtension
class Words {
    private Words() {}

    /** "5s", "1m 30s": as it would be typed into the form. */
    static String typed(Duration length) {
        return Lengths.typed(length);
    }

    /** The time between two instants in words. */
    static String after(Instant later, Instant earlier) {
        return Clockface.length(Duration.between(earlier, later));
    }

    /** The colour of a banner that says a state; up is the green it has anyway. */
    static String verdictTone(String state) {
        return switch (state) {
            case "up" -> "green";
            case "down" -> "red";
            case "paused" -> "grey";
            default -> "amber";
        };
    }

    /** The icon that says what the colour says. */
    static String stateIcon(String state) {
        return switch (state) {
            case "up" -> "tick-round";
            case "down" -> "triangle";
            case "paused" -> "pause";
            default -> "question";
        };
    }
}
