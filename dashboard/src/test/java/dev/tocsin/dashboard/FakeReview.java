package dev.tocsin.dashboard;

import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.dashboard.FakeServices.Reply;

/** The part of the fake in which a report is reviewed: Ben wrote it, so Ben cannot approve it. */
final class FakeReview {
    private static final ObjectMapper JSON = new ObjectMapper();

    static final String TEMPLATE = """
            {"forNew":true,"shape":{"name":"Payments","guidance":{"issueSummary":"","timeline":"Name the release.",
              "rootCauseAndResolution":"","measures":""},
             "sections":[{"id":"%s","title":"What <b>customers</b> were told","guidance":"Copy the notice.","aim":{"least":20,"most":60}}]}}
            """.formatted(FakeWorld.id(881));

    private FakeReview() {}

    /** An act of review upon the version that was seen. */
    static Reply act(ObjectNode report, String[] parts, JsonNode sent) {
        if (sent.path("version").asInt() != report.get("version").asInt())
            return new Reply(409, FakeServices.problem(409, "Conflict", "somebody else was first"));
        report.put(
                "state",
                switch (parts.length > 3 ? parts[3] : "ask") {
                    case "ask" -> "in-review";
                    case "approve" -> "approved";
                    default -> "draft";
                });
        var round = round(report);
        if (report.get("state").asText().equals("approved")) round.set("approved", mark(FakeWorld.ADA, "Ada Lovelace"));
        else round.remove("approved");
        if (report.get("state").asText().equals("draft")) round.remove("asked");
        else round.set("asked", mark(FakeWorld.BEN, "Ben Okafor"));
        report.put("version", report.get("version").asInt() + 1);
        return new Reply(200, FakeReport.view(report));
    }

    static Reply comments(ObjectNode report, String method, String[] parts, JsonNode sent) {
        var all = report.withArray("comments");
        if (parts.length == 5) {
            var comment = (ObjectNode) all.get(0);
            comment.put("resolvedAt", "2026-11-22T10:00:00Z").set("resolvedBy", person(FakeWorld.BEN, "Ben Okafor"));
            return new Reply(200, comment);
        }
        if (method.equals("GET")) return new Reply(200, JSON.createObjectNode().set("items", all));
        var comment = ((ObjectNode) sent.deepCopy())
                .put("id", FakeWorld.id(870).toString())
                .put("at", "2026-11-22T09:30:00Z");
        comment.set("by", person(FakeWorld.ADA, "Ada Lovelace"));
        all.add(comment);
        return new Reply(201, comment);
    }

    /** Everything the other wrote clashes: the fake knows no common beginning. */
    static Reply merge(ObjectNode report, JsonNode sent) {
        var content = FakeReport.content(sent);
        var joined =
                JSON.createObjectNode().put("version", report.get("version").asInt());
        var clashes = joined.putArray("clashes");
        var theirs = report.at("/content/rootCause").asText();
        var mine = content.path("rootCause").asText();
        if (!theirs.isEmpty() && !mine.isEmpty() && !theirs.equals(mine)) {
            var clash = clashes.addObject()
                    .put("field", "rootCause")
                    .put("label", "Root cause")
                    .put("theirs", theirs);
            var parts = clash.putArray("parts");
            parts.addObject().put("kind", "removed").put("text", theirs);
            parts.addObject().put("kind", "added").put("text", mine);
        }
        if (mine.isEmpty() && !theirs.isEmpty()) content.put("rootCause", theirs);
        joined.set("content", content);
        joined.putArray("taken").add("Root cause");
        return new Reply(200, joined);
    }

    /** Ada sits at every report. */
    static Reply lease(ObjectNode report) {
        var lease = JSON.createObjectNode()
                .put("takenAt", "2026-11-22T09:00:00Z")
                .put("until", "2026-11-22T09:02:00.123456Z")
                .put("version", report.get("version").asInt());
        lease.set("holder", person(FakeWorld.ADA, "Ada Lovelace"));
        return new Reply(200, lease);
    }

    static Reply revisions(ObjectNode report, String[] parts) {
        if (parts.length > 3) return new Reply(200, FakeReport.view(report));
        var listing = JSON.createObjectNode();
        var items = listing.putArray("items");
        for (var version : new int[] {7, 4}) {
            var at = "2026-11-22T09:0%d:00Z".formatted(version);
            var revision = items.addObject()
                    .put("version", version)
                    .put("beganAt", at)
                    .put("at", at)
                    .put("words", 50 * version);
            revision.set("by", person(FakeWorld.ADA, FakeWorld.HOSTILE));
        }
        return new Reply(200, listing);
    }

    static Reply trail() {
        var trail = JSON.createObjectNode();
        var step = trail.putArray("items")
                .addObject()
                .put("kind", "changes-requested")
                .put("at", "2026-11-22T09:05:00Z")
                .put("text", "Say how many users.")
                .put("version", 5);
        step.set("by", person(FakeWorld.ADA, "Ada Lovelace"));
        return new Reply(200, trail);
    }

    static Reply changes() {
        var changes = JSON.createObjectNode().put("from", 4).put("to", 7);
        var parts = changes.putArray("changes")
                .addObject()
                .put("label", "Root cause")
                .putArray("parts");
        parts.addObject().put("kind", "same").put("text", "A ");
        parts.addObject().put("kind", "removed").put("text", "disk");
        parts.addObject().put("kind", "added").put("text", "<b>full</b> disk");
        return new Reply(200, changes);
    }

    private static ObjectNode round(ObjectNode report) {
        if (report.has("round")) return (ObjectNode) report.get("round");
        var round = report.putObject("round");
        round.putArray("authors").add(person(FakeWorld.BEN, "Ben Okafor"));
        return round;
    }

    private static ObjectNode mark(UUID id, String name) {
        var mark = JSON.createObjectNode().put("at", "2026-11-22T09:00:00Z");
        mark.set("by", person(id, name));
        return mark;
    }

    private static ObjectNode person(UUID id, String name) {
        return JSON.createObjectNode().put("id", id.toString()).put("name", name);
    }
}
