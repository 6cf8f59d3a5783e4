package dev.tocsin.local;

import java.nio.file.Path;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTest {
    @TempDir
    Path data;

    @Test
    void aSecretIsMadeOnceAndKept() throws Exception {
        var made = Secrets.in(data.resolve("secrets")).password("TOCSIN_POSTGRES_PASSWORD");

        assertThat(made).matches("[A-Za-z0-9]{24}");
        assertThat(Secrets.in(data.resolve("secrets")).password("TOCSIN_POSTGRES_PASSWORD"))
                .isEqualTo(made);
    }

    @Test
    void aForgottenSecretIsGoneFromTheFile() throws Exception {
        var secrets = Secrets.in(data.resolve("secrets"));
        FirstSignIn.prepare(secrets);

        secrets.forget(Secrets.FIRST_PASSWORD);

        assertThat(Secrets.in(data.resolve("secrets")).find(Secrets.FIRST_PASSWORD))
                .isEmpty();
    }

    @Test
    void theShapesAreTheOnesTheServicesAskFor() throws Exception {
        var secrets = Secrets.in(data.resolve("secrets"));

        assertThat(secrets.hex("TWILIO_ACCOUNT_SID", "AC", 16)).matches("AC[0-9a-f]{32}");
        assertThat(secrets.hex("TOCSIN_OPERATOR_TOKEN", "", 32)).hasSizeGreaterThanOrEqualTo(32);
        var webhook = secrets.base64("TOCSIN_WEBHOOK_SECRET", "whsec_", 32);
        assertThat(Base64.getDecoder().decode(webhook.substring("whsec_".length())))
                .hasSize(32);
        assertThat(Secrets.in(data.resolve("secrets")).find("TOCSIN_WEBHOOK_SECRET"))
                .contains(webhook);
    }
}
