package dev.tocsin.dashboard;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Two people who change the same at once: the second one sees both, and then decides. */
@QuarkusTest
@QuarkusTestResource(ServicesForTests.class)
class TwoAtOnceTest {
    private static final String STALE = "\"as it was\"";

    private final FakeServices services = ServicesForTests.services();
    private final Browser ada = Browser.signedInAs("ada");

    @BeforeEach
    void afresh() {
        services.reset();
        services.rooms = new FakeRooms(services.world);
    }

    @Test
    void rulesOfHowPagesArrive() {
        var address = "/people/" + FakeWorld.ADA + "/rules/high";
        var method = FakeWorld.id(900).toString();
        var mine = Map.of(
                "high[0].methodId",
                method,
                "high[0].delay",
                "7m",
                "high[1].methodId",
                method,
                "high[1].delay",
                "9m",
                "high[2].methodId",
                method,
                "high[2].delay",
                "11m",
                "read",
                STALE);

        var page = ada.post("/people/" + FakeWorld.ADA, address, mine);

        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.asString())
                .contains("Somebody else saved this")
                .contains("value=\"7m\"")
                .as("more lines than are saved now")
                .contains("value=\"11m\"")
                .contains("name=\"read\" value=\"" + FakeServices.TAG.replace("\"", "&quot;"));
        assertThat(ada.post("/people/" + FakeWorld.ADA, address, with(mine, "read", FakeServices.TAG))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void theMappingOfATool() {
        var address = "/services/" + FakeWorld.CHECKOUT + "/integrations/" + FakeWorld.id(78) + "/mapping";
        var mine = Map.of("summary", "/my/own", "body", "{}", "do", "save", "read", STALE);

        var page = ada.post(address, address, mine);

        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.asString())
                .contains("Somebody else saved this")
                .contains("value=\"/my/own\"")
                .contains("What is saved now");
        assertThat(ada.post(address, address, with(mine, "read", FakeServices.TAG))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void oneself() {
        services.refusals.put("PATCH /api/v1/me", FakeServices.problem(409, "Conflict", "somebody changed this"));

        var page = ada.post("/profile", "/profile", Map.of("name", "Augusta", "zone", "Europe/Paris", "version", "0"));

        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.asString())
                .contains("Somebody else saved this")
                .contains("value=\"Augusta\"")
                .contains("<dd>Ada Lovelace</dd>");
        assertThat(services.bodies.getLast()).contains("\"version\":0");
    }

    @Test
    void theRoleOfAUser() {
        var sent = ada.post(
                "/admin/users", "/admin/users/" + FakeWorld.CLEO + "/role", Map.of("role", "admin", "version", "-1"));

        assertThat(ada.follow(sent).asString()).contains("Nothing changed: somebody changed Cleo");
        assertThat(services.writes).isEmpty();
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var more = new java.util.HashMap<>(fields);
        more.put(name, value);
        return more;
    }
}
