package dev.tocsin.oncall.story;

import java.util.UUID;

import static io.restassured.RestAssured.given;

/** A service of a story, and the tool that watches it. */
record Watched(Story story, UUID id, String name, UUID integration, String key) {

    /** The tool says that something is wrong, under a key of its own; gives the incident. */
    UUID breaks(String summary) {
        return breaks(summary, UUID.randomUUID().toString(), "critical");
    }

    UUID breaks(String summary, String dedupKey, String severity) {
        send("trigger", summary, dedupKey, severity);
        return (UUID) story.crews.ask(
                "select id from incident where integration_id = ? and dedup_key = ? and state <> 'RESOLVED'",
                integration,
                dedupKey);
    }

    void recovers(String dedupKey) {
        send("resolve", "fine again", dedupKey, "critical");
    }

    void send(String action, String summary, String dedupKey, String severity) {
        given().contentType("application/json")
                .body("""
                        {"routing_key": "%s", "event_action": "%s", "dedup_key": "%s",
                         "payload": {"summary": "%s", "source": "shop.example.com", "severity": "%s"}}""".formatted(key, action, dedupKey, summary, severity))
                .post("/v2/enqueue")
                .then()
                .statusCode(202);
    }

    /** The incident's state, as the API names it. */
    static String state(Story story, UUID incident) {
        return story.callers
                .asha()
                .get("/api/v1/incidents/" + incident)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("state");
    }
}
