package dev.tocsin.dashboard.welcome;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import dev.tocsin.dashboard.welcome.WelcomeClient.TestPage;

import static dev.tocsin.dashboard.web.Language.say;

/** A test page as it reads: by which way, how it stands, and what proves it. Pure. */
record Proof(TestPage test, String noun, String icon, String word, String badgeIcon, String tone) {
    /** After this long no report of the carrier is waited for on an open page. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    static Proof of(TestPage test) {
        var words = say(WelcomeWords.class);
        if (test.arrivedAt() != null) return look(test, words.arrivedYouSay(), "tick", "green");
        return switch (test.state()) {
            case "delivered" -> look(test, words.delivered2(), "tick", "green");
            case "failed" -> look(test, words.notDelivered(), "cross", "red");
            case "accepted" ->
                look(test, reported(test) ? words.takenByTheCarrier() : words.handedOver(), "clock", "amber");
            default -> look(test, words.onItsWay(), "clock", "amber");
        };
    }

    public UUID id() {
        return test.id();
    }

    /** Whether a carrier says more of it than that it took it. */
    private static boolean reported(TestPage test) {
        return test.kind().equals("sms") || test.kind().equals("voice");
    }

    /** Somebody who looks now may see it change. */
    boolean pending(Instant now) {
        return !settled() && reported(test) && Duration.between(test.at(), now).compareTo(PATIENCE) < 0;
    }

    /** The carrier's proof, or the owner's, or the news that it failed. */
    private boolean settled() {
        return test.deliveredAt() != null
                || test.arrivedAt() != null
                || test.state().equals("failed");
    }

    /** Nobody but its owner can tell. */
    public boolean open() {
        return !settled();
    }

    private static Proof look(TestPage test, String word, String badgeIcon, String tone) {
        var noun = switch (test.kind()) {
            case "sms" -> "SMS";
            case "voice" -> say(WelcomeWords.class).call();
            case "email" -> say(WelcomeWords.class).eMail();
            default -> say(WelcomeWords.class).webhook();
        };
        var icon = switch (test.kind()) {
            case "voice" -> "phone";
            case "sms" -> "message";
            default -> "link";
        };
        return new Proof(test, noun, icon, word, badgeIcon, tone);
    }
}
