package dev.tocsin.oncall.story;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.restassured.response.ValidatableResponse;

import static io.restassured.RestAssured.given;

/** A tool of a story that speaks its own form, and the service it watches. */
record Door(Story story, Watched service) {

    /** An alert as Alertmanager tells it. {@code endsAt} is null while it fires. */
    record Alert(String name, Instant startsAt, Instant endsAt) {
        static Alert firing(String name, Instant startsAt) {
            return new Alert(name, startsAt, null);
        }

        Alert resolvedAt(Instant end) {
            return new Alert(name, startsAt, end);
        }

        private String json() {
            return """
                    {"status":"%s","labels":{"alertname":"%s","severity":"critical"},"annotations":{"summary":"%s is broken"},
                     "startsAt":"%s","endsAt":"%s","generatorURL":"http://prometheus/graph","fingerprint":"f-%s"}""".formatted(
                            endsAt == null ? "firing" : "resolved",
                            name,
                            name,
                            startsAt,
                            endsAt == null ? "0001-01-01T00:00:00Z" : endsAt.toString(),
                            name);
        }
    }

    ValidatableResponse alertmanager(Alert... alerts) {
        return alertmanager(0, alerts);
    }

    ValidatableResponse alertmanager(int truncated, Alert... alerts) {
        var body = """
                {"version":"4","groupKey":"{}:{}","truncatedAlerts":%d,"status":"firing","receiver":"tocsin","groupLabels":{},
                 "commonLabels":{},"commonAnnotations":{},"externalURL":"http://am","alerts":[%s]}""".formatted(truncated, Stream.of(alerts).map(Alert::json).collect(Collectors.joining(",")));
        return posts("/in/alertmanager", service.key(), body);
    }

    ValidatableResponse posts(String path, String key, String body) {
        return given().header("Authorization", "Bearer " + key)
                .contentType("application/octet-stream")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path)
                .then();
    }

    ValidatableResponse nagios(String fields) {
        return posts("/in/nagios", service.key(), fields).statusCode(200);
    }

    ValidatableResponse generic(String fields) {
        return posts("/in/generic", service.key(), fields).statusCode(200);
    }

    /** The open incident of an alert, or null. */
    UUID open(String dedupKey) {
        return (UUID) story.crews.ask(
                "select id from incident where integration_id = ? and dedup_key = ? and state <> 'RESOLVED'",
                service.integration(),
                dedupKey);
    }

    long incidents() {
        return story.crews.count("select count(*) from incident where service_id = ?", service.id());
    }

    List<String> timeline(UUID incident) {
        return story.callers
                .asha()
                .get("/api/v1/incidents/" + incident)
                .jsonPath()
                .getList("timeline.text", String.class);
    }
}
