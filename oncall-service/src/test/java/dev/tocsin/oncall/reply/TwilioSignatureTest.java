package dev.tocsin.oncall.reply;

import java.util.ArrayList;
import java.util.List;

import dev.tocsin.oncall.reply.TwilioSignature.Parameter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TwilioSignatureTest {
    private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private static final List<Parameter> PARAMETERS = List.of(
            new Parameter("To", "+18005551212"),
            new Parameter("CallSid", "CA1234567890ABCDE"),
            new Parameter("Caller", "+14158675309"),
            new Parameter("Digits", "1234"),
            new Parameter("From", "+14158675309"));

    private final TwilioSignature ours = new TwilioSignature(List.of("old", "12345"));

    @Test
    void twiliosOwnExampleIsProven() {
        assertThat(ours.proves("RSOYDt4T1cUTdK1PDd93/VVr8B8=", URL, PARAMETERS)).isTrue();
    }

    @Test
    void anotherParameterUrlOrTokenIsNot() {
        var more = new ArrayList<>(PARAMETERS);
        more.add(new Parameter("Body", ""));

        assertThat(ours.proves("RSOYDt4T1cUTdK1PDd93/VVr8B8=", URL, more)).isFalse();
        assertThat(ours.proves("RSOYDt4T1cUTdK1PDd93/VVr8B8=", URL + "/", PARAMETERS))
                .isFalse();
        assertThat(new TwilioSignature(List.of("other")).proves("RSOYDt4T1cUTdK1PDd93/VVr8B8=", URL, PARAMETERS))
                .isFalse();
        assertThat(ours.proves(null, URL, PARAMETERS)).isFalse();
    }

    @Test
    void thePortMayBeThereOrNotAndTheQueryIsNeverDecoded() {
        var withPort = "https://oncall.example.com:443/twilio/sms/status?a=1%2B2&b=%20x";
        var without = "https://oncall.example.com/twilio/sms/status?a=1%2B2&b=%20x";

        assertThat(ours.proves(TwilioSignature.sign("12345", withPort, PARAMETERS), without, PARAMETERS))
                .isTrue();
        assertThat(ours.proves(TwilioSignature.sign("12345", without, PARAMETERS), withPort, PARAMETERS))
                .isTrue();
        assertThat(ours.proves(
                        TwilioSignature.sign("12345", "http://127.0.0.1:8082/x", PARAMETERS),
                        "http://127.0.0.1:8082/x",
                        PARAMETERS))
                .isTrue();
    }

    @Test
    void repeatedKeysAndEmptyValuesAreKeptAsSent() {
        assertThat(TwilioSignature.parse("A=2&A=1&Empty=&Body=a+b%26%0A+&bare"))
                .containsExactly(
                        new Parameter("A", "2"),
                        new Parameter("A", "1"),
                        new Parameter("Empty", ""),
                        new Parameter("Body", "a b&\n "),
                        new Parameter("bare", ""));
    }
}
