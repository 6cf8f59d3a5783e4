package dev.tocsin.oncall.notice;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WebhookSignatureTest {
    /** From the reference implementations' own tests. */
    @Test
    void theSchemesExampleIsReproduced() {
        var signature = new WebhookSignature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(signature.sign(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330), "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aWeakSecretIsRefused() {
        assertThatThrownBy(() -> new WebhookSignature("whsec_c2hvcnQ="))
                .hasMessage("it must hold 24 to 64 bytes, not 5");
        assertThatThrownBy(() -> new WebhookSignature("secret")).hasMessage("it must begin with whsec_");
    }

    @Test
    void aSignatureFitsItsOwnBytesForFiveMinutes() {
        var signature = new WebhookSignature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        var at = Instant.ofEpochSecond(1614265330);
        var signed = "v1,bm90IG91cnM= " + signature.sign("msg_1", at, "{}");

        assertThat(signature.fits(signed, "msg_1", "1614265330", "{}", at.plusSeconds(300)))
                .isTrue();
        assertThat(signature.fits(signed, "msg_1", "1614265330", "{}", at.plusSeconds(301)))
                .isFalse();
        assertThat(signature.fits(signed, "msg_1", "1614265330", "{ }", at)).isFalse();
        assertThat(signature.fits(signed, "msg_2", "1614265330", "{}", at)).isFalse();
        assertThat(signature.fits(signed, "msg_1", "soon", "{}", at)).isFalse();
        assertThat(signature.fits(null, "msg_1", "1614265330", "{}", at)).isFalse();
    }
}
