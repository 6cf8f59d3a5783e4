package dev.tocsin.oncall.catalog;

import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.Drawn;
import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** Keys that are replaced without a gap. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class IntegrationsResourceTest {
    @Inject
    Callers callers;

    @Inject
    Drawn drawn;

    @Inject
    Catalog catalog;

    @Inject
    TestClock clock;

    UUID service;
    String path;

    @BeforeEach
    void aServiceOfBens() {
        clock.set(TestClock.START);
        service = drawn.serviceThatPagesBen("Rota " + UUID.randomUUID());
        path = "/api/v1/services/" + service + "/integrations";
    }

    @Test
    void aRotatedKeyIsShownOnceAndTheOldOneLivesThroughItsGraceAndThenIsDead() {
        var made = made("alertmanager");
        var old = made.getString("routingKey");
        clock.advance(Duration.ofMinutes(1));

        var fresh = rotated(made, "{\"grace\":\"PT2H\"}").getString("routingKey");

        assertThat(fresh).hasSize(32).isNotEqualTo(old);
        assertThat(catalog.open(old)).isPresent();
        assertThat(catalog.open(fresh)).isPresent();
        callers.chidi()
                .get(path + "/" + made.getString("id"))
                .then()
                .body("routingKey", nullValue())
                .body("kind", equalTo("alertmanager"))
                .body("keyPrefix", equalTo(fresh.substring(0, 6)))
                .body("keys", hasSize(2))
                .body("keys[1].prefix", equalTo(old.substring(0, 6)))
                .body("keys[1].expiresAt", equalTo("2026-11-23T10:01:00Z"));

        clock.advance(Duration.ofHours(2));

        assertThat(catalog.open(old)).isEmpty();
        assertThat(catalog.open(fresh)).isPresent();
        callers.chidi().get(path).then().body("items[0].keys", hasSize(1));
    }

    @Test
    void withoutGraceTheOldKeyIsDeadAtOnce() {
        var made = made("nagios");

        rotated(made, "{\"grace\":\"PT0S\"}");

        assertThat(catalog.open(made.getString("routingKey"))).isEmpty();
    }

    @Test
    void aSecondRotationDoesNotProlongTheOldestKey() {
        var made = made("generic");
        rotated(made, "{\"grace\":\"PT1H\"}");
        rotated(made, "{\"grace\":\"P7D\"}");

        clock.advance(Duration.ofHours(1));

        assertThat(catalog.open(made.getString("routingKey"))).isEmpty();
    }

    @Test
    void aGraceLongerThanAWeekIsRefused() {
        var made = made("grafana");

        callers.ben()
                .body("{\"grace\":\"P8D\"}")
                .post(path + "/" + made.getString("id") + "/rotate")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("grace"));
    }

    @Test
    void oneKeyIsRevokedWhileTheOthersGoOn() {
        var made = made("events-v2");
        clock.advance(Duration.ofMinutes(1));
        var fresh = rotated(made, "{}");

        callers.ben()
                .delete(path + "/" + made.getString("id") + "/keys/" + fresh.getString("keys[0].id"))
                .then()
                .statusCode(204);

        assertThat(catalog.open(fresh.getString("routingKey"))).isEmpty();
        assertThat(catalog.open(made.getString("routingKey"))).isPresent();
        callers.asha()
                .get("/api/v1/audit?limit=1")
                .then()
                .body("items[0].action", equalTo("integration.key-revoked"))
                .body("items[0].detail", containsString(fresh.getString("keyPrefix")));
    }

    @Test
    void whoOnlyLooksOnMakesNoKeys() {
        callers.chidi()
                .body("{\"name\":\"x\",\"kind\":\"generic\"}")
                .post(path)
                .then()
                .statusCode(403);
    }

    private JsonPath made(String kind) {
        return callers.ben()
                .body("{\"name\":\"a tool\",\"kind\":\"%s\"}".formatted(kind))
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private JsonPath rotated(JsonPath integration, String body) {
        return callers.ben()
                .body(body)
                .post(path + "/" + integration.getString("id") + "/rotate")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
