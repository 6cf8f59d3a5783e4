package dev.tocsin.dashboard.incidents;

import static dev.tocsin.dashboard.web.Language.say;

/** How the state of a page reads: word, icon and tone. Pure. */
record PageLook(String word, String icon, String tone) {
    /** The person has been disturbed enough for now, or the way is broken. */
    static final PageLook HELD = new PageLook(say(IncidentWords.class).heldBack(), "clock", "amber");

    static PageLook of(String state) {
        var words = say(IncidentWords.class);
        return switch (state) {
            case "due", "pending" -> new PageLook(words.due(), "clock", "");
            case "leased", "intent", "sending" -> new PageLook(words.sending(), "right", "blue");
            case "accepted", "queued" -> new PageLook(words.takenByTheCarrier(), "right", "blue");
            case "sent" -> new PageLook(words.sent2(), "right", "blue");
            case "delivered" -> new PageLook(words.delivered2(), "tick", "green");
            case "failed", "undelivered" -> new PageLook(words.failed(), "cross", "red");
            case "expired" -> new PageLook(words.replacedByANewerOne(), "pause", "");
            case "bundled" -> new PageLook(words.inAnotherMessage(), "right", "blue");
            case "cancelled" -> new PageLook(words.notNeeded(), "pause", "");
            default -> new PageLook(state, "dot", "");
        };
    }
}
