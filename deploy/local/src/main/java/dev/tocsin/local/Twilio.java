package dev.tocsin.local;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The carrier's account the application uses.
 *
 * @param apiUrl where its REST API is
 * @param callbackUrl how the carrier reaches oncall-service
 */
record Twilio(String accountSid, String authToken, String from, String apiUrl, String callbackUrl) {
    private static final List<String> REQUIRED =
            List.of("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_FROM", "TOCSIN_ONCALL_PUBLIC_URL");

    /** The real one. */
    static Twilio real(Map<String, String> environment) throws Refusal {
        var missing = REQUIRED.stream()
                .filter(key -> environment.getOrDefault(key, "").isBlank())
                .toList();
        if (!missing.isEmpty()) {
            throw new Refusal("--with-twilio needs %s in the environment.".formatted(String.join(", ", missing)));
        }
        return new Twilio(
                environment.get("TWILIO_ACCOUNT_SID"),
                environment.get("TWILIO_AUTH_TOKEN"),
                environment.get("TWILIO_FROM"),
                environment.getOrDefault("TWILIO_API_URL", "https://api.twilio.com"),
                environment.get("TOCSIN_ONCALL_PUBLIC_URL"));
    }

    /** The phone simulator; its sender is the magic number from which every text may be sent. */
    static Twilio simulated(Secrets secrets, Ports ports) throws IOException {
        return new Twilio(
                secrets.hex("TWILIO_ACCOUNT_SID", "AC", 16),
                secrets.hex("TWILIO_AUTH_TOKEN", "", 16),
                "+15005550006",
                Ports.internal(ports.phones()).toString(),
                Ports.internal(ports.oncall()).toString());
    }
}
