package dev.tocsin.monitor.verdict;

/**
 * The last results that told something, oldest first, as marks: {@code +} good, {@code ~} slow, {@code -} failed. Good
 * ones at the front are left out, so a healthy check's is empty and never changes.
 */
public record Recent(String marks) {
    public static final Recent NONE = new Recent("");

    /** With one more, of which at most {@code window} count. Where all of them must be failures, a good one ends them. */
    Recent and(Outcome outcome, Rules rules) {
        if (outcome == Outcome.UP && rules.inARow()) return NONE;
        var all = marks + mark(outcome);
        var kept = all.substring(Math.max(0, all.length() - rules.failureWindow()));
        return new Recent(kept.replaceFirst("^\\++", ""));
    }

    /** How many failed. */
    int failures() {
        return (int) marks.chars().filter(mark -> mark == '-').count();
    }

    /** How many failed or were slow. */
    int notGood() {
        return (int) marks.chars().filter(mark -> mark != '+').count();
    }

    /** How many of the last failed in a row. */
    int failuresAtTheEnd() {
        return marks.length() - marks.replaceFirst("-+$", "").length();
    }

    private static char mark(Outcome outcome) {
        return switch (outcome) {
            case UP -> '+';
            case DEGRADED -> '~';
            case DOWN -> '-';
            case UNKNOWN -> throw new IllegalArgumentException("a result that told nothing leaves no mark");
        };
    }
}
