package dev.tocsin.monitor.condition;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/** What a probe found under a name, or what a condition compares it with. */
public sealed interface Value {
    /** As many characters of a text are shown. */
    int SHOWN = 60;

    /** @param number in seconds, bytes or percent where the type says so */
    record Measure(double number, Type type) implements Value {}

    /** @param hidden it may hold a secret, so nobody is shown it */
    record Text(String text, boolean hidden) implements Value {}

    record Flag(boolean yes) implements Value {}

    record Many(List<String> texts) implements Value {
        public Many {
            texts = List.copyOf(texts);
        }
    }

    /** Nothing was found. @param why as in "is missing" */
    record Absent(String why) implements Value {}

    Value MISSING = new Absent("is missing");

    static Value of(double number) {
        return new Measure(number, Type.NUMBER);
    }

    static Value of(Duration length) {
        return new Measure(length.toNanos() / 1e9, Type.DURATION);
    }

    static Value bytes(double count) {
        return new Measure(count, Type.BYTES);
    }

    static Value percent(double share) {
        return new Measure(share, Type.PERCENT);
    }

    static Value of(String text) {
        return new Text(text, false);
    }

    static Value hidden(String text) {
        return new Text(text, true);
    }

    static Value of(boolean yes) {
        return new Flag(yes);
    }

    static Value of(List<String> texts) {
        return new Many(texts);
    }

    /** For people, short. */
    default String shown() {
        return switch (this) {
            case Measure(var number, var type) -> measured(number, type);
            case Text(var text, var hidden) -> hidden ? "not shown" : quoted(text);
            case Flag(var yes) -> String.valueOf(yes);
            case Many(var texts) -> texts.isEmpty() ? "an empty list" : cut(String.join(", ", texts));
            case Absent(var why) -> why;
        };
    }

    private static String measured(double number, Type type) {
        return switch (type) {
            case DURATION -> length(number);
            case BYTES -> size(number);
            case PERCENT -> plain(number) + " %";
            default -> plain(number);
        };
    }

    private static String length(double seconds) {
        var size = Math.abs(seconds);
        if (size < 1) return plain(seconds * 1000) + " ms";
        if (size < 120) return plain(seconds) + " s";
        if (size < 7200) return plain(seconds / 60) + " m";
        return size < 172_800 ? plain(seconds / 3600) + " h" : plain(seconds / 86_400) + " d";
    }

    private static String size(double bytes) {
        if (bytes < 1000) return plain(bytes) + " B";
        if (bytes < 1e6) return plain(bytes / 1e3) + " kB";
        return bytes < 1e9 ? plain(bytes / 1e6) + " MB" : plain(bytes / 1e9) + " GB";
    }

    /** Four digits tell; whole numbers are shown whole. */
    private static String plain(double number) {
        if (!Double.isFinite(number)) return String.valueOf(number);
        var exact = new BigDecimal(number);
        var whole = Math.abs(number) >= 1000 && Math.abs(number) < 1e15;
        var rounded =
                whole ? exact.setScale(0, RoundingMode.HALF_UP) : exact.round(new MathContext(4, RoundingMode.HALF_UP));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static String quoted(String text) {
        return '"' + cut(text.replaceAll("\\p{Cntrl}", " ")) + '"';
    }

    private static String cut(String text) {
        if (text.length() <= SHOWN) return text;
        return text.substring(0, text.offsetByCodePoints(0, Math.min(SHOWN, text.codePointCount(0, text.length()))))
                + "…";
    }
}
