package dev.tocsin.oncall.incident;

import java.time.Instant;
import java.time.ZoneId;

/** Outcomes as sentences for the person who asked, on every channel the same. */
public final class Wording {
    private Wording() {}

    public static String of(Acknowledgement outcome, ZoneId zone, Instant now) {
        return switch (outcome) {
            case Acknowledgement.Taken _ -> "acknowledged, you have it";
            case Acknowledgement.AlreadyTaken(var by, var at) ->
                "already acknowledged by %s at %s".formatted(by, Clockface.read(at, zone, now));
            case Acknowledgement.TooLate(var by, var at) -> resolved(by, at, zone, now);
        };
    }

    /** The outcome as one word for machines. */
    public static String word(Acknowledgement outcome) {
        return switch (outcome) {
            case Acknowledgement.Taken _ -> "taken";
            case Acknowledgement.AlreadyTaken _ -> "already-acknowledged";
            case Acknowledgement.TooLate _ -> "already-resolved";
        };
    }

    /** The outcome as one word for machines. */
    public static String word(Resolution outcome) {
        return switch (outcome) {
            case Resolution.Closed _ -> "resolved";
            case Resolution.AlreadyClosed _ -> "already-resolved";
        };
    }

    public static String of(Resolution outcome, ZoneId zone, Instant now) {
        return switch (outcome) {
            case Resolution.Closed _ -> "resolved";
            case Resolution.AlreadyClosed(var by, var at) -> resolved(by, at, zone, now);
        };
    }

    private static String resolved(String by, Instant at, ZoneId zone, Instant now) {
        return "already resolved by %s at %s".formatted(by, Clockface.read(at, zone, now));
    }
}
