package dev.tocsin.monitor.probe;

import java.util.ArrayList;
import java.util.List;

import dev.tocsin.monitor.Problem.Fault;

/** Collects what is wrong, each fault with its field, so that all of them are named at once. */
public final class Faults {
    private final List<Fault> found;
    private final String prefix;

    public Faults() {
        this(new ArrayList<>(), "");
    }

    private Faults(List<Fault> found, String prefix) {
        this.found = found;
        this.prefix = prefix;
    }

    /** The same collection, for the fields inside this one. */
    public Faults in(String field) {
        return new Faults(found, prefix + field + ".");
    }

    public void demand(String field, boolean good, String otherwise) {
        if (!good) found.add(new Fault(prefix + field, otherwise));
    }

    /** Takes the reason from the parser that refuses. */
    public void explained(String field, Runnable parse) {
        try {
            parse.run();
        } catch (IllegalArgumentException e) {
            demand(field, false, e.getMessage());
        }
    }

    /** A text of so many characters, none of them a line break or another control character. */
    public void line(String field, int least, int most, String text) {
        demand(
                field,
                least <= text.length() && text.length() <= most,
                "must have %d to %d characters".formatted(least, most));
        demand(field, printable(text), "must not hold a line break or another control character");
    }

    /** A number of a port. */
    public void port(String field, int port) {
        demand(field, 1 <= port && port <= 65535, "must be from 1 to 65535");
    }

    public List<Fault> all() {
        return List.copyOf(found);
    }

    public static boolean printable(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }
}
