package dev.tocsin.dashboard.checks;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import dev.tocsin.dashboard.web.Clockface;
import dev.tocsin.dashboard.web.Lengths;
import io.quarkus.qute.TemplateExtension;

/** How this room's values read, callable in templates as if they were properties. */
@TemplateExtension
class Words {
    private Words() {}

    /** "5s", "1m 30s": as it would be typed into the form. */
    static String typed(Duration length) {
        return Lengths.typed(length);
    }

    /** The time between two instants in words. */
    static String after(Instant later, Instant earlier) {
        return Clockface.length(Duration.between(earlier, later));
    }

    /** The colour of a banner that says a state; up is the green it has anyway. */
    static String verdictTone(String state) {
        return switch (state) {
            case "up" -> "green";
            case "down" -> "red";
            case "paused" -> "grey";
            default -> "amber";
        };
    }

    /** The icon that says what the colour says. */
    static String stateIcon(String state) {
        return switch (state) {
            case "up" -> "tick-round";
            case "down" -> "triangle";
            case "paused" -> "pause";
            case "degraded" -> "clock";
            default -> "question";
        };
    }

    /** "≤ 12.3 s", "≤ 2 min 41 s": never less than the length it bounds. */
    static String bound(Duration length) {
        var tenths = (length.toMillis() + 99) / 100;
        if (tenths < 1000)
            return tenths % 10 == 0 ? "≤ %d s".formatted(tenths / 10) : "≤ %d.%d s".formatted(tenths / 10, tenths % 10);
        var seconds = (tenths + 9) / 10;
        if (seconds < 7200) return "≤ %d min %d s".formatted(seconds / 60, seconds % 60);
        return "≤ %d h %d min".formatted(seconds / 3600, (seconds % 3600 + 59) / 60);
    }

    /** Why nobody can tell, in a sentence. */
    static String causeWords(String cause) {
        return switch (cause) {
            case "never-probed" -> "Nobody has probed it yet.";
            case "stale" -> "Nobody has probed it for too long.";
            case "overload" -> "We do not keep up with what we owe.";
            case "no-connectivity" -> "Our own network is gone.";
            default -> "The probe failed on our side.";
        };
    }

    /** A kind in front of what it asks. */
    static String kindWord(String kind) {
        return switch (kind) {
            case "icmp" -> "Ping";
            case "tls" -> "Certificate of";
            default -> kind.toUpperCase(Locale.ROOT);
        };
    }

    /** What the form of a kind is headed. */
    static String newTitle(String kind) {
        return switch (kind) {
            case "heartbeat" -> "A job that calls us";
            case "metrics" -> "Figures";
            default -> "A plugin";
        };
    }

    /** What a kind is for, in a sentence. */
    static String lede(String kind) {
        return switch (kind) {
            case "heartbeat" -> "Silence raises the alarm: say when the job is to call, and how late it may be.";
            case "metrics" -> "Where the figures are, what to compute, and what must hold.";
            default -> "Which plugin to run, with which arguments, and whom to wake.";
        };
    }

    static String conditionHint(String kind) {
        return switch (kind) {
            case "heartbeat" -> "One a line, such as degraded: took < 30m. Empty: a success is enough.";
            case "metrics" ->
                "One a line, such as value > 50% or degraded: value > 20GB. Of many series each must be as wanted.";
            default -> "One a line, such as perf(\"time\") < 200ms. Empty: the exit code decides.";
        };
    }

    /** How a job stands, in words. */
    static String standingWords(String standing) {
        return switch (standing) {
            case "waiting" -> "waited for: nobody is told before it has called";
            case "on-time" -> "in time";
            case "late" -> "late";
            case "failed" -> "failed, as it said itself";
            default -> "not finished in time";
        };
    }

    /** What a call said. */
    static String callWords(String kind) {
        return switch (kind) {
            case "start" -> "Begins";
            case "success" -> "Succeeded";
            case "fail" -> "Failed";
            default -> "A note";
        };
    }

    static String callTone(String kind) {
        return switch (kind) {
            case "success" -> "green";
            case "fail" -> "red";
            default -> "blue";
        };
    }
}
