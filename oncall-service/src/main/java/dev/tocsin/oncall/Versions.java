package dev.tocsin.oncall;

/** Two people who change the same thing: the second one is told. */
public final class Versions {
    private Versions() {}

    /** The ETag of a thing that counts no versions: the same for equal values, another for others. */
    public static String tag(Record value) {
        return '"' + Secrets.hash(value.toString()).substring(0, 32) + '"';
    }

    /** Refuses a change by somebody who has read something else; who does not say what they read ({@code If-Match}) is let through. */
    public static void unchanged(String read, Record present) {
        if (read != null && !read.equals(tag(present)))
            throw Problem.conflict("somebody changed this meanwhile: read it again before you change it");
    }

    /** Refuses a change to a copy that is out of date; {@code given} is what the caller has read. */
    public static void same(Integer given, int present) {
        if (given == null) throw Problem.badField("version", "is needed: the version you have read");
        if (given != present)
            throw Problem.conflict(
                    "somebody changed this meanwhile: you have version %d, it is at %d".formatted(given, present));
    }
}
