package dev.tocsin.dashboard.incidents;

/** How the state of a page reads: word, icon and tone. Pure. */
record PageLook(String word, String icon, String tone) {
    /** The person has been disturbed enough for now, or the way is broken. */
    static final PageLook HELD = new PageLook("Held back", "clock", "amber");

    static PageLook of(String state) {
        return switch (state) {
            case "due", "pending" -> new PageLook("Due", "clock", "");
            case "leased", "intent", "sending" -> new PageLook("Sending", "right", "blue");
            case "accepted", "queued" -> new PageLook("Taken by the carrier", "right", "blue");
            case "sent" -> new PageLook("Sent", "right", "blue");
            case "delivered" -> new PageLook("Delivered", "tick", "green");
            case "failed", "undelivered" -> new PageLook("Failed", "cross", "red");
            case "expired" -> new PageLook("Replaced by a newer one", "pause", "");
            case "bundled" -> new PageLook("In another message", "right", "blue");
            case "cancelled" -> new PageLook("Not needed", "pause", "");
            default -> new PageLook(state, "dot", "");
        };
    }
}
