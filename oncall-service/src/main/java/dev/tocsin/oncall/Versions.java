package dev.tocsin.oncall;

/** Two people who change the same thing: the second one is told. */
public final class Versions {
    private Versions() {}

    /** Refuses a change to a copy that is out of date; {@code given} is what the caller has read. */
    public static void same(Integer given, int present) {
        if (given == null) throw Problem.badField("version", "is needed: the version you have read");
        if (given != present)
            throw Problem.conflict(
                    "somebody changed this meanwhile: you have version %d, it is at %d".formatted(given, present));
    }
}
