package dev.tocsin.oncall.people;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.tocsin.oncall.Callers.ASHA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PeopleResourceTest {
    @Inject
    Callers callers;

    @Inject
    TestClock clock;

    @BeforeEach
    void aMondayMorning() {
        clock.set(TestClock.START);
    }

    @Test
    void anAdministratorAddsSomebodyWhoGetsAOneTimePassword() {
        callers.asha()
                .body("""
                        {"name": "Dara", "email": "Dara@Example.com", "role": "responder", "zone": "Europe/Berlin",
                         "phone": "+1 (415) 555-2671"}""")
                .post("/api/v1/people")
                .then()
                .statusCode(201)
                .body("name", equalTo("Dara"))
                .body("email", equalTo("dara@example.com"))
                .body("role", equalTo("responder"))
                .body("zone", equalTo("Europe/Berlin"))
                .body("mustChangePassword", equalTo(true))
                .body("disabled", equalTo(false))
                .body("phone", equalTo("+14155552671"))
                .body("teams", empty())
                .body("oneTimePassword", hasLength(16));
    }

    @Test
    void phonesAreMaskedForOthersAndWholeForThemselves() {
        var efe = add("Efe", "+14155552672");

        callers.ben().get("/api/v1/people/" + efe.getString("id")).then().body("phone", equalTo("+1415•••2672"));
        callers.as(efe.getUUID("id"))
                .get("/api/v1/people/" + efe.getString("id"))
                .then()
                .statusCode(403); // must choose a password first
        callers.asha().get("/api/v1/people/" + efe.getString("id")).then().body("phone", equalTo("+14155552672"));
    }

    @Test
    void aPhoneNumberThatCannotBeIsRefusedByName() {
        callers.asha()
                .body("""
                        {"name": "Fay", "email": "fay@example.com", "role": "viewer", "zone": "UTC", "phone": "12345"}""")
                .post("/api/v1/people")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("phone"));
        callers.asha().queryParam("q", "fay@").get("/api/v1/people").then().body("items", empty());
    }

    @Test
    void theOneSignThatNobodyCanKeepIsRefusedInAQuestionAndInAText() {
        callers.asha().queryParam("q", "fay\u0000").get("/api/v1/people").then().statusCode(400);
        callers.asha()
                .body("{\"name\": \"Fay\\u0000\"}")
                .post("/api/v1/teams")
                .then()
                .statusCode(400)
                .body("detail", containsString("U+0000"));
    }

    @Test
    void badFieldsAreNamedWithAReasonForPeople() {
        callers.asha()
                .body("""
                        {"name": "Gus", "email": "gus@example.com", "role": "viewer", "zone": "Mars/Olympus"}""")
                .post("/api/v1/people")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("zone"))
                .body("errors[0].reason", containsString("is not a time zone"));
        callers.asha().body("""
                        {"name": "Gus", "email": "gus@example.com", "role": "emperor", "zone": "UTC"}""").post("/api/v1/people").then().statusCode(400).body("errors[0].field", equalTo("role"));
        callers.asha()
                .body("""
                        {"name": "", "email": "gus", "role": "viewer", "zone": "UTC"}""")
                .post("/api/v1/people")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("name", "email"));
    }

    @Test
    void nobodyWritesPeopleButAdministrators() {
        var body = """
                {"name": "Hana", "email": "hana@example.com", "role": "admin", "zone": "UTC"}""";

        Callers.nobody().body(body).post("/api/v1/people").then().statusCode(401);
        callers.chidi().body(body).post("/api/v1/people").then().statusCode(403);
        callers.ben().body(body).post("/api/v1/people").then().statusCode(403);
        callers.ben().body("{}").put("/api/v1/people/" + ASHA).then().statusCode(403);
        callers.ben().post("/api/v1/people/" + ASHA + "/password-reset").then().statusCode(403);
    }

    @Test
    void fieldsThatOnlyTheServerWritesAreRefused() {
        callers.asha()
                .body("""
                        {"name": "Ivo", "email": "ivo@example.com", "role": "viewer", "zone": "UTC",
                         "mustChangePassword": false}""")
                .post("/api/v1/people")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("mustChangePassword"));
    }

    @Test
    void twoPeopleCannotShareAnEmail() {
        add("Jan", "+14155552673");

        callers.asha().body("""
                        {"name": "Jan II", "email": "JAN@example.com", "role": "viewer", "zone": "UTC"}""").post("/api/v1/people").then().statusCode(409);
    }

    @Test
    void peopleAreFoundByNameAndAddressAndPercentIsOnlyAPercent() {
        add("Kemal", "+14155552674");

        callers.chidi().queryParam("q", "kEM").get("/api/v1/people").then().body("items.name", hasItem("Kemal"));
        callers.chidi().queryParam("q", "kemal@").get("/api/v1/people").then().body("items.name", hasItem("Kemal"));
        callers.chidi().queryParam("q", "%").get("/api/v1/people").then().body("items", empty());
        callers.chidi().get("/api/v1/people").then().body("items.name", not(hasItem("Operator")));
    }

    @Test
    void aChangeKeepsWhatItDoesNotNameAndRefusesOldCopies() {
        var lena = add("Lena", "+14155552675");
        var path = "/api/v1/people/" + lena.getString("id");
        var body = """
                {"name": "Lena L.", "email": "lena@example.com", "role": "viewer", "zone": "UTC", "version": %d}""";

        callers.asha()
                .body(body.formatted(lena.getInt("version")))
                .put(path)
                .then()
                .statusCode(200)
                .body("name", equalTo("Lena L."))
                .body("phone", equalTo("+14155552675"))
                .body("role", equalTo("viewer"));
        callers.asha()
                .body(body.formatted(lena.getInt("version")))
                .put(path)
                .then()
                .statusCode(409);
    }

    @Test
    void anEmptyPhoneIsRemoved() {
        var mona = add("Mona", "+14155552676");

        callers.asha()
                .body("""
                        {"name": "Mona", "email": "mona@example.com", "role": "viewer", "zone": "UTC", "phone": "",
                         "version": %d}""".formatted(mona.getInt("version")))
                .put("/api/v1/people/" + mona.getString("id"))
                .then()
                .statusCode(200)
                .body("phone", nullValue());
    }

    @Test
    void somebodyMayBelongToTeamsFromTheStart() {
        callers.exist();
        var team = callers.ben()
                .body("""
                        {"name": "Newcomers"}""")
                .post("/api/v1/teams")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");

        callers.asha()
                .body("""
                        {"name": "Nils", "email": "nils@example.com", "role": "responder", "zone": "UTC",
                         "teamIds": ["%s"]}""".formatted(team))
                .post("/api/v1/people")
                .then()
                .statusCode(201)
                .body("teams.name", hasItem("Newcomers"));
        callers.asha()
                .body("""
                        {"name": "Olu", "email": "olu@example.com", "role": "responder", "zone": "UTC",
                         "teamIds": ["%s"]}""".formatted(ASHA))
                .post("/api/v1/people")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("teamIds"));
        callers.asha().queryParam("q", "olu@").get("/api/v1/people").then().body("items", empty());
    }

    @Test
    void aResetPasswordWorksOnceAndEndsTheSessions() {
        var pia = add("Pia", "+14155552677");
        var session = signIn("pia@example.com", pia.getString("oneTimePassword"));

        var fresh = callers.asha()
                .post("/api/v1/people/" + pia.getString("id") + "/password-reset")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("oneTimePassword");

        Callers.nobody()
                .header("Authorization", "Bearer " + session)
                .post("/api/v1/token")
                .then()
                .statusCode(401);
        assertThat(signIn("pia@example.com", fresh)).startsWith("tcs_");
    }

    @Test
    void whoeverIsDisabledIsOutAtOnce() {
        var quim = add("Quim", "+14155552678");
        var session = signIn("quim@example.com", quim.getString("oneTimePassword"));

        callers.asha()
                .body("""
                        {"name": "Quim", "email": "quim@example.com", "role": "responder", "zone": "UTC",
                         "disabled": true, "version": %d}""".formatted(quim.getInt("version")))
                .put("/api/v1/people/" + quim.getString("id"))
                .then()
                .statusCode(200)
                .body("disabled", equalTo(true));

        Callers.nobody()
                .header("Authorization", "Bearer " + session)
                .post("/api/v1/token")
                .then()
                .statusCode(401);
        Callers.nobody()
                .body("""
                        {"email": "quim@example.com", "password": "%s"}""".formatted(quim.getString("oneTimePassword")))
                .post("/api/v1/sessions")
                .then()
                .statusCode(401);
    }

    @Test
    void theOperatorIsNotSomebody() {
        callers.asha()
                .get("/api/v1/people/00000000-0000-0000-0000-000000000000")
                .then()
                .statusCode(404);
    }

    private JsonPath add(String name, String phone) {
        callers.exist();
        return callers.asha()
                .body("""
                        {"name": "%s", "email": "%s@example.com", "role": "responder", "zone": "UTC", "phone": "%s"}""".formatted(name, name.toLowerCase(java.util.Locale.ROOT), phone))
                .post("/api/v1/people")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static String signIn(String email, String password) {
        return Callers.nobody()
                .body("""
                        {"email": "%s", "password": "%s"}""".formatted(email, password))
                .post("/api/v1/sessions")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("session");
    }
}
