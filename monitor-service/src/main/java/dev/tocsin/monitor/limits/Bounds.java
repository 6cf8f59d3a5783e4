package dev.tocsin.monitor.limits;

import java.time.Duration;
import java.util.List;

/** The limits a room keeps, as they are in force now. Each room that keeps any is a bean of this kind. */
public interface Bounds {
    /** What they are about: "Plugins". */
    String about();

    List<Limit> inForce();

    /** One limit in words: what it holds, and how much. */
    record Limit(String what, String value) {
        public static Limit of(String what, Duration length) {
            return new Limit(what, spoken(length));
        }

        public static Limit of(String what, int many) {
            return new Limit(what, "%,d".formatted(many));
        }
    }

    /** "400 days", "12 h", "15 min", "2 s". */
    private static String spoken(Duration length) {
        if (length.toDays() > 1 && length.equals(Duration.ofDays(length.toDays())))
            return "%,d days".formatted(length.toDays());
        if (length.equals(Duration.ofHours(length.toHours()))) return length.toHours() + " h";
        if (length.equals(Duration.ofMinutes(length.toMinutes()))) return length.toMinutes() + " min";
        return length.toSeconds() + " s";
    }
}
