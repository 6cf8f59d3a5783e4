package dev.tocsin.oncall.story;

import java.util.UUID;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** What a person does to an incident on the dashboard, and what is read there of it. */
final class Acts {
    private Acts() {}

    static ValidatableResponse does(Somebody who, String action, UUID incident, String body) {
        return who.calls()
                .body(body)
                .post("/api/v1/incidents/%s/%s".formatted(incident, action))
                .then();
    }

    static void escalates(Somebody who, UUID incident) {
        does(who, "escalate", incident, "{}").statusCode(200);
    }

    static void snoozes(Somebody who, UUID incident, String length) {
        does(who, "snooze", incident, "{\"length\": \"%s\"}".formatted(length)).statusCode(200);
    }

    /** {@code field} is personId, scheduleId or policyId. */
    static void reassigns(Somebody who, UUID incident, String field, UUID to) {
        does(who, "reassign", incident, "{\"%s\": \"%s\"}".formatted(field, to)).statusCode(200);
    }

    static ValidatableResponse asksForHelp(Somebody who, UUID incident, Somebody helper) {
        return does(who, "responders", incident, "{\"personId\": \"%s\"}".formatted(helper.id()));
    }

    static JsonPath seen(Story story, UUID incident) {
        return story.callers
                .asha()
                .get("/api/v1/incidents/" + incident)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
