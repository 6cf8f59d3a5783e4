package dev.tocsin.dashboard.people;

import dev.tocsin.dashboard.people.PeopleClient.Method;

/** How a contact method reads: its kind in words, an icon, and a badge for its state. Pure. */
record MethodLook(String noun, String icon, String word, String badgeIcon, String tone) {
    static MethodLook of(Method method) {
        var state = method.trouble() == null ? "" : method.trouble();
        return switch (state) {
            case "" -> look(method, "In use, verified", "tick", "green");
            case "unverified" -> look(method, "Not verified", "warn", "amber");
            case "stopped" -> look(method, "Answered STOP", "stop", "red");
            default -> look(method, "Off", "pause", "red");
        };
    }

    /** "SMS", "call", "e-mail", "webhook". */
    static String noun(String kind) {
        return switch (kind) {
            case "sms" -> "SMS";
            case "voice" -> "Call";
            case "email" -> "E-mail";
            case "webhook" -> "Webhook";
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
