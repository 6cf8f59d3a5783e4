package dev.tocsin.postmortem.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SignatureTest {
    // The example of the Standard Webhooks libraries, so that two readings of the scheme cannot agree by mistake.
    private static final List<byte[]> KEYS = Signature.keys("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String AT = "1614265330";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String GOOD = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final Instant NOW = Instant.ofEpochSecond(1614265330);

    @Test
    void thePublishedExampleIsAccepted() {
        assertThat(valid(ID, AT, GOOD, BODY, NOW)).isTrue();
    }

    @Test
    void oneGoodSignatureAmongOthersIsEnough() {
        assertThat(valid(ID, AT, "v1,AAAA v2,xyz " + GOOD, BODY, NOW)).isTrue();
        assertThat(valid(ID, AT, "v1,AAAA v2,xyz", BODY, NOW)).isFalse();
    }

    @Test
    void whateverIsSignedMustBeWhatCame() {
        assertThat(valid("msg_other", AT, GOOD, BODY, NOW)).isFalse();
        assertThat(valid(ID, "1614265331", GOOD, BODY, NOW)).isFalse();
        assertThat(valid(ID, AT, GOOD, "{\"test\":2432232314}".getBytes(StandardCharsets.UTF_8), NOW))
                .isFalse();
        assertThat(valid(ID, AT, GOOD.replace("v1", "v1a"), BODY, NOW)).isFalse();
    }

    @Test
    void itIsGoodForFiveMinutesEitherWay() {
        assertThat(valid(ID, AT, GOOD, BODY, NOW.plusSeconds(300))).isTrue();
        assertThat(valid(ID, AT, GOOD, BODY, NOW.plusSeconds(301))).isFalse();
        assertThat(valid(ID, AT, GOOD, BODY, NOW.minusSeconds(301))).isFalse();
    }

    @Test
    void missingOrStrangeHeadersAreNoSignature() {
        assertThat(valid(null, AT, GOOD, BODY, NOW)).isFalse();
        assertThat(valid(ID, null, GOOD, BODY, NOW)).isFalse();
        assertThat(valid(ID, AT, null, BODY, NOW)).isFalse();
        assertThat(valid(ID, AT, "", BODY, NOW)).isFalse();
        assertThat(valid(ID, "99999999999999999999", GOOD, BODY, NOW)).isFalse();
        assertThat(Signature.isValid(List.of(), ID, AT, GOOD, BODY, NOW)).isFalse();
    }

    @Test
    void twoSecretsMayBeValidAtOnce() {
        assertThat(Signature.keys("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSx"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "'', is missing",
        "' , ', is missing",
        "secret, must start with whsec_",
        "whsec_***, must be base64",
        "whsec_c2hvcnQ=, 'must hold at least 24 bytes, has 5'"
    })
    void aWeakSecretIsRefusedWithTheReason(String setting, String reason) {
        assertThatThrownBy(() -> Signature.keys(setting)).hasMessageContaining(reason);
    }

    private static boolean valid(String id, String at, String signature, byte[] body, Instant now) {
        return Signature.isValid(KEYS, id, at, signature, body, now);
    }
}
