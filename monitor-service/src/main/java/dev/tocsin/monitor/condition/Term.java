package dev.tocsin.monitor.condition;

import java.util.Optional;
import java.util.function.Function;

/**
 * One name that a kind offers.
 *
 * @param argument what stands in its parentheses, as in {@code header("x")}
 * @param byTime what it says hangs on how long something took, so a hold-up of ours makes it worth nothing
 */
public record Term(String name, Type type, String help, Optional<Argument> argument, boolean byTime) {

    /**
     * @param example as it would be typed, without quotes
     * @param fault what is wrong with one; empty when nothing is
     */
    public record Argument(String example, Function<String, Optional<String>> fault) {}

    public static Term of(String name, Type type, String help) {
        return new Term(name, type, help, Optional.empty(), false);
    }

    public static Term timed(String name, String help) {
        return new Term(name, Type.DURATION, help, Optional.empty(), true);
    }

    /** A name with a text in parentheses. */
    public static Term with(
            String name, Type type, String help, String example, Function<String, Optional<String>> fault) {
        return new Term(name, type, help, Optional.of(new Argument(example, fault)), false);
    }

    /** As it is typed. */
    public String form() {
        return argument.map(a -> "%s(\"%s\")".formatted(name, a.example())).orElse(name);
    }
}
