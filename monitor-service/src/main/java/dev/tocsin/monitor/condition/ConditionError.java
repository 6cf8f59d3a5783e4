package dev.tocsin.monitor.condition;

/** A condition that cannot be read: where, counted from 1 in characters, and what is wrong there. */
public final class ConditionError extends IllegalArgumentException {
    private final int column;
    private final String problem;

    ConditionError(int column, String problem) {
        super("column %d: %s".formatted(column, problem));
        this.column = column;
        this.problem = problem;
    }

    public int column() {
        return column;
    }

    /** Without the column. */
    public String problem() {
        return problem;
    }
}
