package dev.tocsin.dashboard.incidents;

/** How a kind of timeline entry looks: an icon, and a tone that repeats it. Pure. */
public record EntryLook(String icon, String tone) {
    public static EntryLook of(String kind) {
        return switch (kind) {
            case "triggered" -> new EntryLook("triangle", "red");
            case "signal" -> new EntryLook("check", "");
            case "not-paged", "held" -> new EntryLook("pause", "amber");
            case "paged", "page-accepted", "page-sent" -> new EntryLook("phone", "blue");
            case "page-delivered" -> new EntryLook("phone", "green");
            case "page-failed", "step-skipped", "policy-exhausted" -> new EntryLook("warn", "red");
            case "escalated" -> new EntryLook("up", "amber");
            case "acknowledged" -> new EntryLook("tick", "amber");
            case "ack-timeout" -> new EntryLook("clock", "red");
            case "replied" -> new EntryLook("message", "blue");
            case "snoozed", "snooze-over" -> new EntryLook("clock", "amber");
            case "reassigned", "responder-added", "came-on-shift" -> new EntryLook("people", "amber");
            case "maintenance" -> new EntryLook("pause", "");
            case "note" -> new EntryLook("note", "");
            case "resolved" -> new EntryLook("tick", "green");
            default -> new EntryLook("dot", "");
        };
    }
}
