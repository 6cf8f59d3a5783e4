package dev.tocsin.dashboard.access;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

import dev.tocsin.dashboard.access.AccessClient.Exchange;
import dev.tocsin.dashboard.access.AccessClient.Person;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SessionProviderTest {
    @Test
    void rolesAreCumulative() {
        assertThat(SessionProvider.roles(viewer("admin", "UTC", false)))
                .containsExactlyInAnyOrder("viewer", "responder", "admin");
        assertThat(SessionProvider.roles(viewer("responder", "UTC", false)))
                .containsExactlyInAnyOrder("viewer", "responder");
        assertThat(SessionProvider.roles(viewer("viewer", "UTC", false))).containsExactly("viewer");
    }

    @Test
    void aRoleWeDoNotKnowMayOnlyRead() {
        assertThat(SessionProvider.roles(viewer("superuser", "UTC", false))).containsExactly("viewer");
    }

    @Test
    void whoeverMustChooseAPasswordMayDoNothingElse() {
        assertThat(SessionProvider.roles(viewer("admin", "UTC", true))).containsExactly("password-change");
    }

    @Test
    void anUnknownZoneReadsAsUtc() {
        assertThat(viewer("viewer", "Mars/Olympus", false).zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(viewer("viewer", "Europe/Berlin", false).zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @Test
    void theTokenIsNotInTheViewersWords() {
        assertThat(viewer("viewer", "UTC", false).toString()).doesNotContain("jwt");
    }

    private static dev.tocsin.dashboard.web.Viewer viewer(String role, String zone, boolean mustChange) {
        var person = new Person(new UUID(0, 1), "Ada", "ada@example.org", role, zone, mustChange);
        return SessionProvider.viewer(new Exchange("jwt", person));
    }
}
