package dev.tocsin.dashboard.checks;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import dev.tocsin.dashboard.web.Clockface;
import dev.tocsin.dashboard.web.Language;
import dev.tocsin.dashboard.web.Lengths;
import dev.tocsin.dashboard.web.TimeWords;
import io.quarkus.qute.TemplateExtension;

import static dev.tocsin.dashboard.web.Language.say;

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
            return "≤ " + Language.number(tenths / 10.0, 1) + " "
                    + say(TimeWords.class).s();
        var seconds = (tenths + 9) / 10;
        return "≤ "
                + (seconds < 3600
                        ? Clockface.measured(Duration.ofSeconds(seconds))
                        : Clockface.hours(Duration.ofMinutes((seconds + 59) / 60)));
    }

    /** Why nobody can tell, in a sentence. */
    static String causeWords(String cause) {
        var words = say(CheckAskWords.class);
        return switch (cause) {
            case "never-probed" -> words.nobodyHasProbedItYet();
            case "stale" -> words.nobodyHasProbedItForToo();
            case "overload" -> words.weDoNotKeepUpWith();
            case "no-connectivity" -> words.ourOwnNetworkIsGone();
            default -> words.theProbeFailedOnOurSide();
        };
    }

    /** A kind in front of what it asks. */
    static String kindWord(String kind) {
        return switch (kind) {
            case "icmp" -> say(CheckAskWords.class).ping();
            case "tls" -> say(CheckAskWords.class).certificateOf();
            default -> kind.toUpperCase(Locale.ROOT);
        };
    }

    /** What the form of a kind is headed. */
    static String newTitle(String kind) {
        var words = say(CheckAskWords.class);
        return switch (kind) {
            case "heartbeat" -> words.aJobThatCallsUs();
            case "metrics" -> words.figures();
            default -> words.aPlugin();
        };
    }

    /** What a kind is for, in a sentence. */
    static String lede(String kind) {
        var words = say(CheckAskWords.class);
        return switch (kind) {
            case "heartbeat" -> words.silenceRaisesTheAlarmSayWhen();
            case "metrics" -> words.whereTheFiguresAreWhatTo();
            default -> words.whichPluginToRunWithWhich();
        };
    }

    static String conditionHint(String kind) {
        var words = say(CheckAskWords.class);
        return switch (kind) {
            case "heartbeat" -> words.oneALineSuchAsDegraded();
            case "metrics" -> words.oneALineSuchAsValue();
            default -> words.oneALineSuchAsPerf();
        };
    }

    /** How a job stands, in words. */
    static String standingWords(String standing) {
        return switch (standing) {
            case "waiting" -> say(CheckAskWords.class).waitedForNobodyIsToldBefore();
            case "on-time" -> say(CheckAskWords.class).inTime();
            case "late" -> say(CheckAskWords.class).late();
            case "failed" -> say(CheckAskWords.class).failedAsItSaidItself();
            default -> say(CheckAskWords.class).notFinishedInTime();
        };
    }

    /** What a call said. */
    static String callWords(String kind) {
        var words = say(CheckAskWords.class);
        return switch (kind) {
            case "start" -> words.begins();
            case "success" -> words.succeeded();
            case "fail" -> words.failed();
            default -> words.aNote();
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
