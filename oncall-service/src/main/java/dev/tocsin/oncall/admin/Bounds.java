package dev.tocsin.oncall.admin;

import java.time.Duration;
import java.util.List;

/** The limits a room keeps, as they are in force now. Each room that keeps any is a bean of this kind. */
public interface Bounds {
    /** What they are about: "Signing in". */
    String about();

    List<Limit> inForce();

    /** One limit in words: what it holds, and how much. */
    record Limit(String what, String value) {
        /** "5 in 15 min". */
        public static Limit of(String what, int many, Duration in) {
            return new Limit(what, "%,d in %s".formatted(many, spoken(in)));
        }

        public static Limit of(String what, Duration length) {
            return new Limit(what, spoken(length));
        }

        public static Limit of(String what, int many) {
            return new Limit(what, "%,d".formatted(many));
        }
    }

    /** "7 days", "12 h", "15 min", "50 ms". */
    static String spoken(Duration length) {
        if (length.compareTo(Duration.ofSeconds(1)) < 0) return length.toMillis() + " ms";
        if (length.toDays() > 1 && length.equals(Duration.ofDays(length.toDays()))) return length.toDays() + " days";
        if (length.equals(Duration.ofHours(length.toHours()))) return length.toHours() + " h";
        if (length.equals(Duration.ofMinutes(length.toMinutes()))) return length.toMinutes() + " min";
        return length.toSeconds() + " s";
    }
}
