package dev.tocsin.oncall.people;

import java.time.Duration;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.Crews;
import dev.tocsin.oncall.Crews.Member;
import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.TestClock;
import dev.tocsin.oncall.paging.DeliveryReports;
import dev.tocsin.oncall.paging.RecordingCourier;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.util.Optional.empty;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** From "send me a test page" to the proof that it arrived, and how that counts among the first steps. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class TestPagesResourceTest {
    @Inject
    Callers callers;

    @Inject
    Crews crews;

    @Inject
    RecordingCourier courier;

    @Inject
    DeliveryReports reports;

    @Inject
    TestClock clock;

    private Member ada;

    @BeforeEach
    void adaWhoCanBePaged() {
        callers.exist();
        ada = crews.crew().asha();
    }

    @Test
    void aTestPageGoesOutByEveryVerifiedWayAndTheCarriersReportIsItsProof() {
        callers.as(ada.id()).get("/api/v1/first-steps").then().body(step("method"), equalTo(true));
        callers.as(ada.id()).get("/api/v1/first-steps").then().body(step("test-page"), equalTo(false));

        callers.as(ada.id())
                .post(path())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].sent", equalTo(true));
        assertThat(courier.to(ada.phone()).getLast().body()).contains("test page");
        var sent = callers.as(ada.id())
                .get(path())
                .then()
                .statusCode(200)
                .body("items[0].state", equalTo("accepted"))
                .body("items[0].address", equalTo(ada.phone()))
                .body("items[0].deliveredAt", nullValue())
                .extract()
                .jsonPath();
        reports.take("SM1", "delivered", java.util.Optional.of(sent.getUUID("items[0].id")), empty());

        callers.as(ada.id())
                .get(path())
                .then()
                .body("items[0].state", equalTo("delivered"))
                .body("items[0].deliveredAt", notNullValue());
        callers.as(ada.id()).get("/api/v1/first-steps").then().body(step("test-page"), equalTo(true));
    }

    @Test
    void whereNoCarrierKnowsTheOwnersWordCounts() {
        callers.as(ada.id()).post(path()).then().statusCode(200);
        var test = callers.as(ada.id()).get(path()).jsonPath().getString("items[0].id");

        callers.ben().post(path() + "/" + test + "/arrived").then().statusCode(403);
        callers.as(ada.id()).post(path() + "/" + test + "/arrived").then().statusCode(204);

        callers.as(ada.id()).get(path()).then().body("items[0].arrivedAt", notNullValue());
        callers.as(ada.id()).get("/api/v1/first-steps").then().body(step("test-page"), equalTo(true));
        callers.as(ada.id()).post(path() + "/" + ada.id() + "/arrived").then().statusCode(404);
        assertThat(crews.count(
                        "select count(*) from audit_entry where action = 'contact-method.test-arrived' and detail = ?",
                        test))
                .isEqualTo(1);
    }

    @Test
    void aWayThatFailsSaysWhyAndNobodyRingsAnothersPhone() {
        courier.refuse(ada.phone());
        callers.as(ada.id())
                .post(path())
                .then()
                .statusCode(200)
                .body("items[0].sent", equalTo(false))
                .body("items[0].why", containsString("21211"));
        callers.as(ada.id()).post(path()).then().statusCode(200).body("items[0].why", containsString("last minute"));
        callers.asha().post(path()).then().statusCode(403);
        callers.ben().get(path()).then().statusCode(403);
        crews.run("update contact_method set verified_at = null where person_id = ?", ada.id());
        callers.as(ada.id()).post(path()).then().statusCode(409);
    }

    @Test
    void theListOfFirstStepsIsPutAwayAndBroughtBack() {
        callers.as(ada.id())
                .body("{\"putAway\": true}")
                .put("/api/v1/first-steps")
                .then()
                .statusCode(200)
                .body("putAway", equalTo(true))
                .body("steps", hasSize(6));
        callers.ben().get("/api/v1/first-steps").then().body("putAway", equalTo(false));
        clock.advance(Duration.ofSeconds(1));
        callers.as(ada.id())
                .body("{\"putAway\": false}")
                .put("/api/v1/first-steps")
                .then()
                .statusCode(200);
        callers.as(ada.id()).get("/api/v1/first-steps").then().body("putAway", equalTo(false));
        callers.as(ada.id()).body("{}").put("/api/v1/first-steps").then().statusCode(400);
    }

    private String path() {
        return "/api/v1/people/" + ada.id() + "/test-pages";
    }

    private static String step(String key) {
        return "steps.find { it.key == '%s' }.done".formatted(key);
    }
}
