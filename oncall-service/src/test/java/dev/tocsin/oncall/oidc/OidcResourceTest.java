package dev.tocsin.oncall.oidc;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.TestClock;
import dev.tocsin.oncall.oidc.TestIssuer.Fault;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.tocsin.oncall.Callers.nobody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

/** Signing in by another house's word, and every way in which that word may be false. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(IssuerForTests.class)
class OidcResourceTest {
    @Inject
    Callers callers;

    @Inject
    TestClock clock;

    @Inject
    AgroalDataSource database;

    private final TestIssuer issuer = IssuerForTests.issuer;

    @BeforeEach
    void afresh() throws SQLException {
        clock.set(TestClock.START);
        callers.exist();
        sql("delete from login_throttle");
        sql("delete from identity");
        sql("update person set disabled_at = null where name = 'Ben'");
    }

    /** A sign-in that has led to the provider. */
    private record Begun(URI url, String attempt) {
        String state() {
            return Arrays.stream(url.getRawQuery().split("&"))
                    .map(pair -> pair.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]))
                    .get("state");
        }
    }

    @Test
    void somebodyWeKnowByTheirVerifiedAddressSignsIn() {
        var begun = begin();
        assertThat(begun.url().toString())
                .startsWith(issuer.url() + "/authorize?response_type=code&client_id=tocsin")
                .contains("code_challenge_method=S256")
                .contains("scope=openid+profile+email");

        var session = end(begun, issuer.signsIn(begun.url(), "u-1", "Ben@Example.com", clock.instant()))
                .statusCode(201)
                .body("session", startsWith("tcs_"))
                .body("person.name", equalTo("Ben"))
                .extract()
                .jsonPath()
                .getString("session");

        nobody().header("Authorization", "Bearer " + session)
                .post("/api/v1/token")
                .then()
                .statusCode(200)
                .body("person.email", equalTo("ben@example.com"));
        callers.asha()
                .get("/api/v1/audit")
                .then()
                .body("items.action", hasItem("identity.linked"))
                .body("items.detail", hasItem("with Acme"));
    }

    @Test
    void onceLinkedTheAccountCountsAndNotTheAddress() {
        signsIn("u-1", "ben@example.com").statusCode(201).body("person.name", equalTo("Ben"));

        signsIn("u-1", "married@example.com").statusCode(201).body("person.name", equalTo("Ben"));
        signsIn("u-2", "ben@example.com").statusCode(403).body("detail", containsString("another account at Acme"));
    }

    @Test
    void whoIsNeitherKnownNorInvitedStaysOutside() {
        signsIn("u-3", "stranger@example.com")
                .statusCode(403)
                .body("detail", containsString("nobody here has the address stranger@example.com"));
    }

    @Test
    void whoIsInvitedNeedsNoPassword() {
        callers.asha()
                .body(Map.of("email", "invited.elsewhere@example.com", "role", "viewer"))
                .post("/api/v1/invitations")
                .then()
                .statusCode(201)
                .body("trouble", equalTo("no mail server is configured"));
        signsIn("u-9", "invited.elsewhere@example.com")
                .statusCode(201)
                .body("person.name", equalTo("Somebody Else There"))
                .body("person.role", equalTo("viewer"));
        signsIn("u-9", "invited.elsewhere@example.com").statusCode(201);
    }

    @Test
    void anAddressThatIsNotVouchedForLinksNobody() {
        signsInWrongly(claims -> claims.setClaim("email_verified", false))
                .statusCode(403)
                .body("detail", containsString("does not vouch"));
        signsInWrongly(claims -> claims.unsetClaim("email_verified")).statusCode(403);
    }

    @Test
    void anAddressMayComeWithTheUserInfoInstead() {
        signsInWrongly(claims -> claims.unsetClaim("email")).statusCode(201).body("person.name", equalTo("Ben"));
    }

    @Test
    void whoIsDisabledStaysOutside() throws SQLException {
        signsIn("u-1", "ben@example.com").statusCode(201);
        sql("update person set disabled_at = now() where name = 'Ben'");
        signsIn("u-1", "ben@example.com").statusCode(403).body("detail", containsString("disabled"));
    }

    @Test
    void aTokenForAnotherClientIsRefused() {
        refused("another client", claims -> claims.setAudience("wiki"));
        refused("another client", claims -> claims.setAudience("tocsin", "wiki"));
        refused("another client", claims -> claims.setClaim("azp", "wiki"));
    }

    @Test
    void aTokenOfAnotherIssuerOrSignInIsRefused() {
        refused("another issuer", claims -> claims.setIssuer("https://evil.example"));
        refused("another sign-in", claims -> claims.setClaim("nonce", "of another"));
        refused("another sign-in", claims -> claims.unsetClaim("nonce"));
    }

    @Test
    void aTokenThatHasExpiredIsRefused() {
        var past = NumericDate.fromSeconds(clock.instant().getEpochSecond() - 61);
        refused("expired", claims -> claims.setExpirationTime(past));
        refused("cannot be trusted", claims -> claims.unsetClaim("exp"));
    }

    @Test
    void aTokenThatIsNotSignedByTheProviderIsRefused() {
        for (var fault : new Fault[] {Fault.NO_ALGORITHM, Fault.SHARED_SECRET, Fault.STRANGERS_KEY, Fault.NO_TOKEN}) {
            var begun = begin();
            var code = issuer.signsIn(begun.url(), "u-1", "ben@example.com", clock.instant(), fault, _ -> {});
            end(begun, code).statusCode(401);
        }
    }

    @Test
    void aSignInIsUsedOnce() {
        var begun = begin();
        var code = issuer.signsIn(begun.url(), "u-1", "ben@example.com", clock.instant());
        end(begun, code).statusCode(201);
        end(begun, code).statusCode(401);
    }

    @Test
    void aSignInEndsWhereItBegan() {
        var mine = begin();
        var theirs = begin();
        var code = issuer.signsIn(theirs.url(), "u-1", "ben@example.com", clock.instant());
        end(mine.attempt(), theirs.state(), code).statusCode(401);
        end(mine.attempt(), mine.state(), code).statusCode(401);
    }

    @Test
    void aCodeOfAnotherSignInIsWorthless() {
        var theirs = begin();
        var code = issuer.signsIn(theirs.url(), "u-1", "ben@example.com", clock.instant());
        end(begin(), code).statusCode(401).body("detail", containsString("the provider answers 400"));
    }

    @Test
    void aSignInThatTakesTooLongIsOver() {
        var begun = begin();
        clock.advance(Duration.ofMinutes(10));
        var code = issuer.signsIn(begun.url(), "u-1", "ben@example.com", clock.instant());
        end(begun, code).statusCode(401);
    }

    @Test
    void theProviderMayChangeItsKeys() {
        signsIn("u-1", "ben@example.com").statusCode(201);
        issuer.changesItsKey();
        clock.advance(Duration.ofSeconds(11));
        signsIn("u-1", "ben@example.com").statusCode(201);
    }

    @Test
    void theWaysInAreTold() {
        nobody().get("/api/v1/setup").then().body("provider", equalTo("Acme")).body("passwords", equalTo(true));
    }

    @Test
    void whoBeginsTooOftenWaits() {
        for (var i = 0; i < 60; i++) begin();
        nobody().body("{}").post("/api/v1/oidc/attempts").then().statusCode(429);
    }

    private void refused(String why, Consumer<JwtClaims> wrongly) {
        signsInWrongly(wrongly).statusCode(401).body("detail", containsString(why));
    }

    private ValidatableResponse signsInWrongly(Consumer<JwtClaims> wrongly) {
        var begun = begin();
        return end(begun, issuer.signsIn(begun.url(), "u-1", "ben@example.com", clock.instant(), Fault.NONE, wrongly));
    }

    private ValidatableResponse signsIn(String subject, String email) {
        var begun = begin();
        return end(begun, issuer.signsIn(begun.url(), subject, email, clock.instant()));
    }

    private static Begun begin() {
        var begun = nobody().body("{}")
                .post("/api/v1/oidc/attempts")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Begun(URI.create(begun.getString("url")), begun.getString("attempt"));
    }

    private static ValidatableResponse end(Begun begun, String code) {
        return end(begun.attempt(), begun.state(), code);
    }

    private static ValidatableResponse end(String attempt, String state, String code) {
        return nobody().body(Map.of("attempt", attempt, "state", state, "code", code))
                .post("/api/v1/oidc/sessions")
                .then();
    }

    private void sql(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(statement)) {
            update.executeUpdate();
        }
    }
}
