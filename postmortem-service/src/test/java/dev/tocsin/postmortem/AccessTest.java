package dev.tocsin.postmortem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

/** Every route of the service's own OpenAPI document, against everybody who might call it. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(Issuer.class)
@QuarkusTestResource(Webhooks.class)
class AccessTest {
    private static final String WEBHOOK = "/api/v1/intake/incidents";

    private record Route(String method, String path) {
        int statusFor(String token) {
            var request = given().contentType("application/json");
            if (token != null) request.auth().oauth2(token);
            return request.body(method.equals("GET") ? "" : "{}")
                    .request(
                            method,
                            path.replaceAll("\\{n}", "1")
                                    .replaceAll("\\{[^}]+}", UUID.randomUUID().toString()))
                    .statusCode();
        }
    }

    @Test
    void nobodyGetsInWithoutAToken() {
        assertThat(routes())
                .hasSizeGreaterThan(10)
                .allSatisfy(r -> assertThat(r.statusFor(null)).isEqualTo(401));
    }

    @Test
    void aViewerReadsAndDoesNotWrite() {
        assertThat(routes()).filteredOn(r -> !r.path.equals(WEBHOOK)).allSatisfy(r -> {
            var status = r.statusFor(Issuer.viewer());
            if (r.method.equals("GET")) assertThat(status).isIn(200, 404);
            else assertThat(status).isEqualTo(403);
        });
    }

    @Test
    void aPersonWithoutARoleReadsNothing() {
        var token = Issuer.signed(Issuer.token("Nobody", Set.of("password-change")));
        assertThat(routes())
                .filteredOn(r -> !r.path.equals(WEBHOOK))
                .allSatisfy(r -> assertThat(r.statusFor(token)).isEqualTo(403));
    }

    @Test
    void aTokenOfAnotherIssuerAudienceOrTimeIsNotOurs() {
        var asha = Set.of("viewer");
        var list = new Route("GET", "/api/v1/postmortems");
        assertThat(list.statusFor(Issuer.signed(Issuer.token("Asha Rao", asha))))
                .isEqualTo(200);
        assertThat(list.statusFor(Issuer.signed(Issuer.token("Asha Rao", asha).issuer("elsewhere"))))
                .isEqualTo(401);
        assertThat(list.statusFor(Issuer.signed(Issuer.token("Asha Rao", asha).audience("elsewhere"))))
                .isEqualTo(401);
        assertThat(list.statusFor(Issuer.signed(Issuer.token("Asha Rao", asha).expiresAt(1_000_000))))
                .isEqualTo(401);
    }

    @Test
    void refusalsHaveTheOneShapeOfAllProblems() {
        given().get("/api/v1/postmortems")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .contentType("application/problem+json")
                .body("status", is(401));
        Drafting.post(Issuer.viewer(), "", "{}")
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", equalTo("your role does not allow this"));
    }

    private static List<Route> routes() {
        Map<String, Map<String, Object>> paths = given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        var routes = new ArrayList<Route>();
        paths.forEach((path, operations) -> operations.keySet().stream()
                .filter(Set.of("get", "put", "post", "delete", "patch")::contains)
                .forEach(method -> routes.add(new Route(method.toUpperCase(java.util.Locale.ROOT), path))));
        return routes;
    }
}
