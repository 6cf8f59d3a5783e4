package dev.tocsin.dashboard;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The administration: seen and used by administrators, and by nobody else. */
@QuarkusTest
@QuarkusTestResource(ServicesForTests.class)
class AdminRoomTest {
    private static final String[] PAGES = {
        "/admin/users", "/admin/roles", "/admin/connections", "/admin/limits", "/admin/keys"
    };

    private final FakeServices services = ServicesForTests.services();
    private final Browser ada = Browser.signedInAs("ada");

    @BeforeEach
    void afresh() {
        services.reset();
        services.rooms = new FakeRooms(services.world);
    }

    @Test
    void onlyAdministratorsFindAndOpenIt() {
        assertThat(ada.get("/").asString()).contains("href=\"/admin\"");
        assertThat(ada.follow(ada.get("/admin")).statusCode()).isEqualTo(200);
        var ben = Browser.signedInAs("ben");
        assertThat(ben.get("/").asString()).doesNotContain("href=\"/admin\"");
        for (var page : PAGES) {
            assertThat(ada.get(page).statusCode()).as(page).isEqualTo(200);
            assertThat(ben.get(page).statusCode()).as(page).isEqualTo(403);
        }
        assertThat(services.writes).isEmpty();
    }

    @Test
    void anInvitationShowsItsLinkOnceAndSaysWhenNoMailWent() {
        var invited = ada.post(
                "/admin/users", "/admin/invitations", Map.of("email", "iris@example.org", "role", "responder"));
        assertThat(invited.statusCode()).isEqualTo(201);
        assertThat(invited.asString()).contains(FakeAdmin.LINK).contains("is on its way to iris@example.org");
        assertThat(ada.get("/admin/users").asString()).doesNotContain(FakeAdmin.LINK);

        services.admin.mailTrouble = "no mail server is configured";
        assertThat(ada.post("/admin/users", "/admin/invitations/" + FakeAdmin.INVITATION + "/renew", Map.of())
                        .asString())
                .contains("No mail went to iris@example.org")
                .contains(FakeAdmin.LINK);
    }

    @Test
    void aRefusedInvitationKeepsWhatWasTyped() {
        services.refusals.put(
                "POST /api/v1/invitations",
                FakeServices.problem(409, "Conflict", "somebody already has the e-mail address ben@example.org"));
        var refused =
                ada.post("/admin/users", "/admin/invitations", Map.of("email", "ben@example.org", "role", "admin"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString())
                .contains("value=\"ben@example.org\"")
                .contains("somebody already has the e-mail address");
    }

    @Test
    void aUserIsGivenARoleSignedOutAndDisabled() {
        var ben = "/admin/users/" + FakeWorld.BEN;
        ada.post("/admin/users", ben + "/role", Map.of("role", "admin"));
        assertThat(services.bodies.getLast()).contains("\"role\":\"admin\"").contains("\"disabled\":false");
        ada.post("/admin/users", ben + "/sign-out", Map.of());
        assertThat(services.writes).contains("DELETE /api/v1/people/" + FakeWorld.BEN + "/sessions");
        ada.post("/admin/users", ben + "/disable", Map.of());
        assertThat(services.bodies.getLast()).contains("\"disabled\":true");
        var link = ada.post("/admin/users", ben + "/password-link", Map.of());
        assertThat(link.asString()).contains(FakeAdmin.LINK);
    }

    @Test
    void aConnectionIsTestedAndTheOtherSidesWordsAreShown() {
        var page = ada.get("/admin/connections").asString();
        assertThat(page).contains("TWILIO_AUTH_TOKEN").contains("Test Texts and calls (Twilio)");
        assertThat(page).doesNotContain("Test E-mail (SMTP)");
        var tried = ada.post("/admin/connections", "/admin/connections/twilio/test", Map.of());
        assertThat(tried.asString()).contains("&lt;b&gt;21608&lt;/b&gt; unverified number");
    }

    @Test
    void keysAreRevokedWhereverTheyAre() {
        assertThat(ada.get("/admin/keys").asString())
                .contains("tct_1a2b…")
                .contains("9f8e7d…")
                .contains("Never")
                .doesNotContain("<script>alert");
        ada.post("/admin/keys", "/admin/keys/tokens/" + FakeAdmin.TOKEN + "/revoke", Map.of());
        ada.post(
                "/admin/keys",
                "/admin/keys/%s/%s/%s/revoke".formatted(FakeWorld.CHECKOUT, FakeAdmin.INTEGRATION, FakeAdmin.KEY),
                Map.of());
        assertThat(services.writes)
                .contains("DELETE /api/v1/api-tokens/" + FakeAdmin.TOKEN)
                .contains("DELETE /api/v1/services/%s/integrations/%s/keys/%s"
                        .formatted(FakeWorld.CHECKOUT, FakeAdmin.INTEGRATION, FakeAdmin.KEY));
    }

    @Test
    void eachServiceSaysItsLimitsAndASilentOneCostsItsSection() {
        assertThat(ada.get("/admin/limits").asString())
                .contains("A session ends without use after", "Plugins at once", "256 kB", "6 MB");
        services.down.add("/api/v1/limits");
        assertThat(ada.get("/admin/limits").asString())
                .contains("A session ends without use after", "monitor-service does not answer", "256 kB")
                .doesNotContain("Plugins at once");
    }

    @Test
    void rolesAreExplained() {
        assertThat(ada.get("/admin/roles").asString())
                .contains("What a team owns")
                .contains("The team’s managers");
    }
}
