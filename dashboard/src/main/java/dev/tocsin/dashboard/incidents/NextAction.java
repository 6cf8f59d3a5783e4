package dev.tocsin.dashboard.incidents;

import static dev.tocsin.dashboard.web.Language.say;

/** The one thing to do next with an incident: acknowledge, then resolve, then write down what was learnt. Pure. */
public record NextAction(String label, String path, String icon, String kind, boolean isPost) {
    /** For a person who may act; one who may only read gets a link to read on. */
    public static NextAction of(IncidentRow row, boolean mayAct) {
        var words = say(IncidentWords.class);
        var page = "/incidents/" + row.id();
        if (!mayAct) return new NextAction(words.open(), page, "right", "", false);
        return switch (row.state()) {
            case "triggered" -> new NextAction(words.acknowledge(), page + "/acknowledge", "tick", "primary", true);
            case "acknowledged" -> new NextAction(words.resolve(), page + "/resolve", "tick-round", "", true);
            default -> new NextAction(words.writePostmortem(), page + "/postmortem", "postmortem", "primary", false);
        };
    }
}
