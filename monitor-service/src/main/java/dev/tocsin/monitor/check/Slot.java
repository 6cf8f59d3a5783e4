package dev.tocsin.monitor.check;

import java.util.UUID;

/** Spreads checks evenly and for ever the same: over the slots that replicas share, and over an interval. */
public final class Slot {
    public static final int COUNT = 64;

    private Slot() {}

    /** From 0 to 63. */
    public static int of(UUID check) {
        return (int) Math.floorMod(hash(check), (long) COUNT);
    }

    /** A fixed hash (the finaliser of splitmix64): the one of {@link UUID} may differ between versions of the JDK. */
    public static long hash(UUID check) {
        var z = check.getMostSignificantBits() * 0x9E3779B97F4A7C15L + check.getLeastSignificantBits();
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
