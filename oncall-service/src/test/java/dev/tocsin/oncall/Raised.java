package dev.tocsin.oncall;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Crews.Crew;

import static io.restassured.RestAssured.given;

/** Raises and closes incidents as a monitoring tool does. */
@ApplicationScoped
public class Raised {
    private final Crews crews;

    Raised(Crews crews) {
        this.crews = crews;
    }

    /** Triggers and gives the incident's id. */
    public UUID by(Crew crew, String summary) {
        return by(crew, summary, UUID.randomUUID().toString());
    }

    public UUID by(Crew crew, String summary, String key) {
        send(crew, "trigger", summary, key);
        return (UUID) crews.ask(
                "select id from incident where integration_id = ? and dedup_key = ? and state <> 'RESOLVED'",
                crew.integration(),
                key);
    }

    public void recovers(Crew crew, String key) {
        send(crew, "resolve", "up again", key);
    }

    private static void send(Crew crew, String action, String summary, String key) {
        given().contentType("application/json")
                .body("""
                        {"routing_key":"%s","event_action":"%s","dedup_key":"%s","client":"Tocsin monitor",
                         "payload":{"summary":"%s","source":"shop.example.com","severity":"critical","custom_details":{"check_id":"c1"}}}""".formatted(crew.routingKey(), action, key, summary))
                .post("/v2/enqueue")
                .then()
                .statusCode(202);
    }
}
