package dev.tocsin.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A postmortem as the fake keeps it: facts of one night, text as sent, a gate that asks for hook and root cause. */
final class FakeReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FakeReport() {}

    static String draft(FakeWorld world) {
        return """
            {"incidentId":"%s","incidentNumber":41,"occurredAt":"%s","state":"draft","title":"checkout: HTTP 503",
             "service":{"id":"%s","name":"checkout"},"team":{"id":"%s","name":"Payments"},"severity":"critical",
             "owner":{"id":"%s","name":"Ben Okafor"},"updatedAt":"%s",
             "content":{"title":"checkout: HTTP 503","subtitle":"","hook":"","tldr":"","summary":{"zone":"Europe/Berlin",
               "whatWasAffected":"","usersExperienced":"","howCounted":"","rootCauseInBrief":""},
              "timeline":[{"id":"%s","at":"2026-11-22T02:05:00Z","kind":"misleading","text":"We blamed the %s first","role":"","pinned":false}],
              "noMisleadingPaths":false,"detectedHow":"","rootCause":"","resolution":"","improvements":"","tasks":[],"hiddenSeqs":[3]}}
            """.formatted(
                        FakeWorld.id(341),
                        world.ago(600),
                        FakeWorld.CHECKOUT,
                        FakeWorld.PAYMENTS,
                        FakeWorld.BEN,
                        world.ago(30),
                        FakeWorld.id(850),
                        "database");
    }

    /** The content of a flat save. */
    static ObjectNode content(JsonNode sent) {
        var content = (ObjectNode) sent.deepCopy();
        content.remove("version");
        if (!content.has("hiddenSeqs")) content.putArray("hiddenSeqs");
        return content;
    }

    static ArrayNode gate(JsonNode content) {
        var gate = JSON.createArrayNode();
        for (var field : new String[] {"hook", "rootCause"}) {
            if (content.path(field).asText().isBlank())
                gate.addObject().put("field", field).put("section", "report").put("reason", "write the " + field);
        }
        return gate;
    }

    static ObjectNode view(ObjectNode stored) {
        var view = stored.deepCopy();
        view.set("facts", tree("""
                {"triggeredAt":{"value":"2026-11-22T02:11:54.310Z","state":"recorded","source":"the incident's record"},
                 "acknowledgedAt":{"value":null,"state":"not-applicable","source":"the incident's record"},
                 "resolvedAt":{"value":"2026-11-22T02:47:10Z","state":"recorded","source":"the incident's record"},
                 "duration":{"value":"PT35M16S","state":"recorded","source":"triggered to resolved"},
                 "timeToAcknowledge":{"value":null,"state":"not-applicable","source":"triggered to acknowledged"},
                 "timeToResolve":{"value":"PT35M16S","state":"recorded","source":"triggered to resolved"},
                 "pages":{"value":2,"state":"recorded","source":"the pages"},
                 "peoplePaged":{"value":[{"id":"%s","name":"Ada Lovelace"}],"state":"recorded","source":"the pages"},
                 "escalations":{"value":1,"state":"recorded","source":"the pages"},
                 "acknowledgedBy":{"value":null,"state":"not-applicable","source":"the incident's record"},
                 "resolvedBy":{"value":{"id":null,"name":"Tocsin monitor","kind":"source"},"state":"recorded","source":"the incident's record"},
                 "timeline":[{"seq":1,"at":"2026-11-22T02:11:54.310Z","kind":"triggered","text":"Triggered <b>now</b>","hidden":false},
                  {"seq":3,"at":"2026-11-22T02:11:55Z","kind":"page-accepted","text":"The carrier took it","hidden":true}]}
                """.formatted(FakeWorld.ADA)));
        view.set("impact", tree("""
                {"total":{"value":null,"state":"pending","source":"typed"},"undetected":{"value":null,"state":"pending","source":"typed"}}
                """));
        view.set("words", tree("""
                {"total":120,"issueSummary":30,"timeline":40,"rootCauseAndResolution":30,"measures":20,"min":400,"max":600}
                """));
        view.set("gate", gate(stored.get("content")));
        view.set("lint", lint(stored.get("content")));
        var versions = view.putArray("publishedVersions");
        if (stored.path("state").asText().equals("published"))
            versions.addObject()
                    .put("n", 1)
                    .put("at", "2026-11-22T09:00:00Z")
                    .put("note", "")
                    .putObject("by")
                    .put("name", "Ben Okafor");
        view.put("readingMinutes", 2).put("hook", stored.at("/content/hook").asText());
        return view;
    }

    /** The fake dislikes one word, in the resolution and in what tasks are done when. */
    private static JsonNode lint(JsonNode content) {
        var hits = JSON.createArrayNode();
        dislike(hits, "resolution", content.path("resolution").asText());
        for (var i = 0; i < content.path("tasks").size(); i++)
            dislike(
                    hits,
                    "tasks[" + i + "].doneWhen",
                    content.at("/tasks/" + i + "/doneWhen").asText());
        return hits;
    }

    private static void dislike(ArrayNode hits, String field, String text) {
        var at = text.indexOf("carelessly");
        if (at < 0) return;
        hits.addObject()
                .put("field", field)
                .put("start", at)
                .put("end", at + 10)
                .put("rule", "verdict")
                .put("found", "carelessly")
                .put("suggestion", "Leave the verdict out.");
    }

    /** A line of the library says its words as one number. */
    static ObjectNode row(ObjectNode stored) {
        var row = view(stored).put("words", 120).put("tldr", "Checkout was down for 38 minutes.");
        row.putArray("tags").add("certificates");
        row.set("snippets", tree("""
                [{"section":"root-cause","parts":[{"text":"The <i>","hit":false},{"text":"gateway","hit":true},{"text":" slept","hit":false}]}]
                """));
        return row;
    }

    static ObjectNode published(ObjectNode stored) {
        var view = view(stored);
        var published = JSON.createObjectNode();
        published.put("postmortemId", stored.get("id").asText()).put("number", 1);
        published.put("publishedAt", "2026-11-22T09:00:00Z").put("note", "").put("hash", "ab".repeat(32));
        published.putObject("publishedBy").put("name", "Ben Okafor");
        published.put("readingMinutes", 2);
        for (var field : new String[] {"content", "facts", "impact", "words"}) published.set(field, view.get(field));
        ((ObjectNode) published.get("content"))
                .put("hook", "The night <i>nobody</i> paid")
                .put("pullQuote", "Disks do not shout.");
        published.set("html", tree("""
                {"issueSummary":"<p>Checkout was down.</p>","timeline":"<ol class=\\"pm-timeline\\"><li id=\\"m-1\\" class=\\"pm-entry pm-triggered\\"><time>03:11</time> <span class=\\"pm-kind\\">triggered</span> <p>Triggered</p></li></ol>",
                 "rootCause":"<p>A full disk.</p>","resolution":"<p>Made room.</p>","improvements":"<ul><li>Watch disks.</li></ul>","measures":"<ul class=\\"pm-tasks\\"><li><strong>Alert at 80 %</strong></li></ul>"}
                """));
        published.put("cover", "<svg class='cv' aria-hidden='true' viewBox='0 0 9 2'></svg>");
        published.set("strip", tree("""
                [{"label":"Impact lasted","value":"38 min","state":"recorded"},
                 {"label":"Time to acknowledge","value":"did not happen","state":"not-applicable"}]
                """));
        published.put("diagram", "<svg class='tl tl-wide' viewBox='0 0 10 10'></svg>");
        published.put("diagramNarrow", "<svg class='tl tl-narrow' viewBox='0 0 10 10'></svg>");
        return published;
    }

    static JsonNode figures() {
        var tally = """
                {"reports":4,"published":3,"timeToPublish":{"n":3,"median":"PT52H","p90":"PT120H"},"inTime":{"kept":2,"of":3},
                 "waiting":1,"declined":0,"invalid":0,"tasksInTime":{"kept":0,"of":0},"tasksWaiting":2,"tasksDeclined":1}""";
        return tree("""
                {"zone":"UTC","buckets":[{"start":"2026-07-01","end":"2026-10-01","tally":%s},{"start":"2026-10-01","end":"2026-11-23","tally":%s}],
                 "total":%s,"teams":[{"team":{"id":"%s","name":"Payments"},"tally":%s},{"tally":%s}],
                 "causes":[{"tag":"=dns","reports":2}],
                 "how":{"timeToPublish":"how one","inTime":"how two","tasks":"how three","causes":"how four"}}
                """.formatted(tally, tally, tally, FakeWorld.PAYMENTS, tally, tally));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
