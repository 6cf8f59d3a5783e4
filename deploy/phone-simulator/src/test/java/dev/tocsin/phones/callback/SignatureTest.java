package dev.tocsin.phones.callback;

import java.util.Map;
import java.util.TreeMap;

import com.twilio.security.RequestValidator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignatureTest {
    @Test
    void theSignatureOfTheDocumentedExampleIsTheDocumentedOne() {
        var parameters = new TreeMap<>(Map.of(
                "CallSid", "CA1234567890ABCDE",
                "Caller", "+14158675309",
                "Digits", "1234",
                "From", "+14158675309",
                "To", "+18005551212"));

        var signature = Signature.of("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", parameters);

        assertThat(signature).isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    }

    @Test
    void twiliosOwnValidatorAcceptsIt() {
        var url = "http://localhost:8082/twilio/sms/status?attempt=7f";
        var parameters = new TreeMap<>(Map.of("Body", "Größe 🔔 & more", "Empty", "", "MessageSid", "SM1"));

        var signature = Signature.of("a-token", url, parameters);

        assertThat(new RequestValidator("a-token").validate(url, parameters, signature))
                .isTrue();
        assertThat(new RequestValidator("another").validate(url, parameters, signature))
                .isFalse();
    }
}
