package dev.tocsin.oncall.paging;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Our account at the carrier. */
@ConfigMapping(prefix = "tocsin.twilio")
public interface TwilioConfig {
    /** AC and 32 hex digits. */
    Optional<String> accountSid();

    /** Signs their webhooks and authenticates our requests. */
    Optional<String> authToken();

    /** Good beside the token while it is being replaced; signatures only. */
    Optional<String> otherAuthToken();

    /** The number texts come from, E.164. */
    Optional<String> from();

    /** Where the carrier's REST API is. */
    String apiUrl();

    /** Our base URL as the carrier reaches it; part of what it signs. */
    String callbackUrl();
}
