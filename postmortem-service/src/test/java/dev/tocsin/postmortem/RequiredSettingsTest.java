package dev.tocsin.postmortem;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequiredSettingsTest {
    private static final String PASSWORD = "a-password-nobody-guesses";

    @Test
    void allIsWellWithAPasswordAndASecret() {
        assertThat(fault(PASSWORD, Webhooks.SECRET)).isEmpty();
    }

    @Test
    void theFirstMissingOrWeakSettingIsNamedInOneSentence() {
        assertThat(fault("", Webhooks.SECRET))
                .contains("TOCSIN_DB_PASSWORD is missing: set it to the password of the database role.");
        assertThat(fault("postmortem", Webhooks.SECRET))
                .hasValueSatisfying(s -> assertThat(s).startsWith("TOCSIN_DB_PASSWORD is weak"));
        assertThat(fault(PASSWORD, ""))
                .hasValueSatisfying(s -> assertThat(s).startsWith("TOCSIN_WEBHOOK_SECRET is missing"));
        assertThat(fault(PASSWORD, "whsec_c2hvcnQ="))
                .contains("TOCSIN_WEBHOOK_SECRET is weak: it must hold at least 24 bytes, has 5.");
    }

    private static Optional<String> fault(String password, String secret) {
        var settings = Map.of("TOCSIN_DB_PASSWORD", password, "TOCSIN_WEBHOOK_SECRET", secret);
        return RequiredSettings.fault(key -> Optional.ofNullable(settings.get(key)));
    }
}
