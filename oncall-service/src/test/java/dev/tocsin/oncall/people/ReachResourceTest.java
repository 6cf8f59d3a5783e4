package dev.tocsin.oncall.people;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.Crews;
import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.Urgency;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** How somebody is reached: on the wire, and as the pager sees it. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ReachResourceTest {
    @Inject
    Callers callers;

    @Inject
    Crews crews;

    @Inject
    Directory directory;

    @Test
    void somebodyWhoNeverSaidIsTextedAtOnce() {
        var rosa = add("Rosa", "+14155552680");

        var plan = directory.planFor(rosa, Urgency.HIGH);

        assertThat(plan.person().name()).isEqualTo("Rosa");
        assertThat(plan.rules()).hasSize(1);
        assertThat(plan.rules().getFirst().delay()).isEqualTo(Duration.ZERO);
        assertThat(plan.rules().getFirst().method().address()).isEqualTo("+14155552680");
        callers.ben()
                .get("/api/v1/people/" + rosa + "/notification-rules")
                .then()
                .body("[0].delay", equalTo("PT0S"))
                .body(
                        "[0].methodId",
                        equalTo(plan.rules().getFirst().method().id().toString()));
    }

    @Test
    void theRulesSomebodySetAreFollowedSoonestFirst() {
        var sven = add("Sven", "+14155552681");
        var first = directory
                .planFor(sven, Urgency.HIGH)
                .rules()
                .getFirst()
                .method()
                .id();
        var second = addMethod(sven, "+14155552682");

        callers.asha()
                .body("""
                        [{"methodId": "%s", "delay": "PT5M"}, {"methodId": "%s", "delay": "PT0S"}]""".formatted(first, second))
                .put("/api/v1/people/" + sven + "/notification-rules")
                .then()
                .statusCode(200)
                .body("delay", contains("PT0S", "PT5M"));

        assertThat(directory.planFor(sven, Urgency.HIGH).rules())
                .extracting(rule -> rule.method().address())
                .containsExactly("+14155552682", "+14155552681");
    }

    @Test
    void aStoppedNumberIsNotPagedAndIsSaidToBeStopped() {
        var tara = add("Tara", "+14155552683");

        directory.optOut("+14155552683", true);

        assertThat(directory.planFor(tara, Urgency.HIGH).rules()).isEmpty();
        callers.ben()
                .get("/api/v1/people/" + tara + "/contact-methods")
                .then()
                .body("[0].optedOut", equalTo(true))
                .body("[0].enabled", equalTo(false))
                .body("[0].kind", equalTo("sms"))
                .body("[0].address", equalTo("+1415•••2683"));
        directory.optOut("+14155552683", false);
        assertThat(directory.planFor(tara, Urgency.HIGH).rules()).hasSize(1);
    }

    @Test
    void rulesThatAllNameStoppedNumbersFallBackToTheOthers() {
        var umar = add("Umar", "+14155552684");
        var only = directory
                .planFor(umar, Urgency.HIGH)
                .rules()
                .getFirst()
                .method()
                .id();
        var rules = "/api/v1/people/" + umar + "/notification-rules";
        var read = callers.asha().get(rules).header("ETag");
        var late = """
                [{"methodId": "%s", "delay": "PT10M"}]""".formatted(only);
        callers.asha().body(late).header("If-Match", read).put(rules).then().statusCode(200);
        callers.asha().body("[]").header("If-Match", read).put(rules).then().statusCode(409);
        addMethod(umar, "+14155552685");

        directory.optOut("+14155552684", true);

        assertThat(directory.planFor(umar, Urgency.HIGH).rules())
                .extracting(rule -> rule.method().address())
                .containsExactly("+14155552685");
    }

    @Test
    void aPhoneMayBeShared() {
        var vera = add("Vera", "+14155552686");
        var wim = add("Wim", "+14155552686");

        assertThat(directory.byPhone("+14155552686"))
                .extracting(Directory.PersonRef::id)
                .containsExactlyInAnyOrder(vera, wim);
        assertThat(directory.byPhone("+14155559999")).isEqualTo(List.of());
    }

    @Test
    void aRemovedMethodIsGoneWithItsRules() {
        var xena = add("Xena", "+14155552687");
        var method = directory
                .planFor(xena, Urgency.HIGH)
                .rules()
                .getFirst()
                .method()
                .id();

        callers.asha()
                .delete("/api/v1/people/" + xena + "/contact-methods/" + method)
                .then()
                .statusCode(204);

        assertThat(directory.planFor(xena, Urgency.HIGH).rules()).isEmpty();
        callers.asha()
                .delete("/api/v1/people/" + xena + "/contact-methods/" + method)
                .then()
                .statusCode(404);
    }

    @Test
    void badNumbersDoubleNumbersAndForeignMethodsAreRefused() {
        var yara = add("Yara", "+14155552688");
        var path = "/api/v1/people/" + yara;

        callers.asha()
                .body("""
                        {"kind": "sms", "address": "0123"}""")
                .post(path + "/contact-methods")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("address"));
        callers.asha().body("""
                        {"kind": "sms", "address": "+1 415 555 2688"}""").post(path + "/contact-methods").then().statusCode(409);
        callers.asha()
                .body("""
                        [{"methodId": "%s", "delay": "PT0S"}]""".formatted(yara))
                .put(path + "/notification-rules")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("[0].methodId"));
        callers.asha()
                .body("""
                        [{"methodId": "%s", "delay": "soon"}]""".formatted(yara))
                .put(path + "/notification-rules")
                .then()
                .statusCode(400)
                .body("errors[0].reason", containsString("is not a duration"));
    }

    @Test
    void peopleChangeTheirOwnNumbersAndNobodyElses() {
        var zoe = add("Zoe", "+14155552689");
        var body = """
                {"kind": "sms", "address": "+14155552690"}""";

        callers.ben()
                .body(body)
                .post("/api/v1/people/" + zoe + "/contact-methods")
                .then()
                .statusCode(403);
        callers.ben()
                .body(body)
                .post("/api/v1/people/" + Callers.BEN + "/contact-methods")
                .then()
                .statusCode(201);
        Callers.nobody()
                .get("/api/v1/people/" + zoe + "/contact-methods")
                .then()
                .statusCode(401);
    }

    private UUID add(String name, String phone) {
        callers.exist();
        var person = callers.asha()
                .body("""
                        {"name": "%s", "email": "%s@example.com", "role": "responder", "zone": "UTC", "phone": "%s"}""".formatted(name, name.toLowerCase(Locale.ROOT), phone))
                .post("/api/v1/people")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
        crews.verify(person);
        return person;
    }

    private String addMethod(UUID person, String number) {
        var method = callers.asha()
                .body("""
                        {"kind": "sms", "address": "%s"}""".formatted(number))
                .post("/api/v1/people/" + person + "/contact-methods")
                .then()
                .statusCode(201)
                .body("verified", equalTo(false))
                .extract()
                .jsonPath()
                .getString("id");
        crews.verify(person);
        return method;
    }
}
