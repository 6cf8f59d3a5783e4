package dev.tocsin.phones.callback;

import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetryPolicyTest {
    private static final Outcome SERVER_ERROR = new Outcome.Answered(503, "text/html", "");
    private static final Outcome CLIENT_ERROR = new Outcome.Answered(404, "text/html", "");
    private static final Outcome NOBODY = new Outcome.NotConnected("refused");
    private static final Outcome SILENCE = new Outcome.NoAnswer("timed out");

    @Test
    void byDefaultOnlyAFailedConnectIsTriedAgainAndOnlyOnce() {
        var policy = RetryPolicy.of("http://localhost:8082/twilio/sms/status");

        assertThat(policy)
                .isEqualTo(new RetryPolicy(
                        Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(15), 1, Set.of("ct")));
        assertThat(policy.triesAgainAfter(NOBODY)).isTrue();
        assertThat(policy.triesAgainAfter(SERVER_ERROR)).isFalse();
        assertThat(policy.triesAgainAfter(SILENCE)).isFalse();
    }

    @Test
    void theFragmentSaysWhatElseIsTriedAgain() {
        var policy = RetryPolicy.of("http://localhost/x?a=b#rc=3&rp=5xx,ct,rt&ct=2000");

        assertThat(policy.retries()).isEqualTo(3);
        assertThat(policy.connect()).isEqualTo(Duration.ofSeconds(2));
        assertThat(policy.triesAgainAfter(SERVER_ERROR)).isTrue();
        assertThat(policy.triesAgainAfter(SILENCE)).isTrue();
        assertThat(policy.triesAgainAfter(CLIENT_ERROR)).isFalse();
        assertThat(RetryPolicy.of("http://localhost/x#rp=all").triesAgainAfter(CLIENT_ERROR))
                .isTrue();
    }

    @Test
    void valuesOutsideTheirRangeAreMovedIntoIt() {
        var policy = RetryPolicy.of("http://localhost/x#rc=99&ct=1&tt=999999&rt=nonsense");

        assertThat(policy.retries()).isEqualTo(5);
        assertThat(policy.connect()).isEqualTo(Duration.ofMillis(100));
        assertThat(policy.total()).isEqualTo(Duration.ofSeconds(15));
        assertThat(policy.read()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void theFragmentIsNotPartOfTheRequest() {
        assertThat(RetryPolicy.withoutFragment("http://localhost/x?a=b#rc=3")).isEqualTo("http://localhost/x?a=b");
    }
}
