package dev.tocsin.oncall.paging;

import java.util.Optional;
import java.util.OptionalDouble;

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

    /** What our number may send, in segments a second; unset: as fast as we can. A US long code has 1. */
    OptionalDouble segmentsPerSecond();

    /** Where the carrier's REST API is. */
    String apiUrl();

    /** Our base URL as the carrier reaches it; part of what it signs. */
    String callbackUrl();

    /** The same without a slash at its end. */
    default String callbackBase() {
        return callbackUrl().endsWith("/")
                ? callbackUrl().substring(0, callbackUrl().length() - 1)
                : callbackUrl();
    }
}
