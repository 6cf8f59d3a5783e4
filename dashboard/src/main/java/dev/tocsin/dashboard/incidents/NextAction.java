package dev.tocsin.dashboard.incidents;

/** The one thing to do next with an incident: acknowledge, then resolve, then write down what was learnt. Pure. */
public record NextAction(String label, String path, String icon, String kind, boolean isPost) {
    /** For a person who may act; one who may only read gets a link to read on. */
    public static NextAction of(IncidentRow row, boolean mayAct) {
        var page = "/incidents/" + row.id();
        if (!mayAct) return new NextAction("Open", page, "right", "", false);
        return switch (row.state()) {
            case "triggered" -> new NextAction("Acknowledge", page + "/acknowledge", "tick", "primary", true);
            case "acknowledged" -> new NextAction("Resolve", page + "/resolve", "tick-round", "", true);
            default -> new NextAction("Write postmortem", page + "/postmortem", "postmortem", "primary", false);
        };
    }
}
