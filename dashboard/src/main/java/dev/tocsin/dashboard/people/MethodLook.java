package dev.tocsin.dashboard.people;

import dev.tocsin.dashboard.people.PeopleClient.Method;

import static dev.tocsin.dashboard.web.Language.say;

/** How a contact method reads: its kind in words, an icon, and a badge for its state. Pure. */
record MethodLook(String noun, String icon, String word, String badgeIcon, String tone) {
    static MethodLook of(Method method) {
        var state = method.trouble() == null ? "" : method.trouble();
        return switch (state) {
            case "" -> look(method, say(PeopleWords.class).inUseVerified(), "tick", "green");
            case "unverified" -> look(method, say(PeopleWords.class).notVerified(), "warn", "amber");
            case "stopped" -> look(method, say(PeopleWords.class).answeredStop(), "stop", "red");
            default -> look(method, say(PeopleWords.class).off(), "pause", "red");
        };
    }

    /** "SMS", "call", "e-mail", "webhook". */
    static String noun(String kind) {
        return switch (kind) {
            case "sms" -> "SMS";
            case "voice" -> say(PeopleWords.class).call();
            case "email" -> say(PeopleWords.class).eMail();
            case "webhook" -> say(PeopleWords.class).webhook();
            default -> kind;
        };
    }

    private static MethodLook look(Method method, String word, String badgeIcon, String tone) {
        var icon = switch (method.kind()) {
            case "voice" -> "phone";
            case "sms" -> "message";
            default -> "link";
        };
        return new MethodLook(noun(method.kind()), icon, word, badgeIcon, tone);
    }
}
