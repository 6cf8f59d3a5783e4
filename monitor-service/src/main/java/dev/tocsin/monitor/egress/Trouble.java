package dev.tocsin.monitor.egress;

import java.io.IOException;

/** Something went wrong on the way to a target, in words for people, and whose side it went wrong on. */
public final class Trouble extends IOException {

    /** The target's trouble means down; our own means that we know nothing. */
    public enum Side {
        TARGET,
        OURS
    }

    private final Side side;

    private Trouble(Side side, String reason, Throwable cause) {
        super(reason, cause);
        this.side = side;
    }

    public static Trouble ofTarget(String reason) {
        return new Trouble(Side.TARGET, reason, null);
    }

    public static Trouble ofTarget(String reason, Throwable cause) {
        return new Trouble(Side.TARGET, reason, cause);
    }

    public static Trouble ours(String reason) {
        return new Trouble(Side.OURS, reason, null);
    }

    public static Trouble ours(String reason, Throwable cause) {
        return new Trouble(Side.OURS, reason, cause);
    }

    public Side side() {
        return side;
    }
}
