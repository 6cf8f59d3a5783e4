package dev.tocsin.phones;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the carrier is set up. */
@ConfigMapping(prefix = "phones")
public interface PhonesConfig {
    /** The account the application signs in with; {@code AC} and 32 hex digits. {@code TWILIO_ACCOUNT_SID}. */
    String accountSid();

    /** Its password, with which webhooks are signed too. {@code TWILIO_AUTH_TOKEN}. */
    String authToken();

    /** Where a person's text is posted to; without it texts stay on the phone. {@code PHONES_INBOUND_URL}. */
    Optional<String> inboundUrl();

    /** Where people go back to from their phones; without it there is no such link. {@code TOCSIN_PUBLIC_URL}. */
    Optional<URI> applicationUrl();

    /** The sender of a messaging service, and whom a phone writes to that nobody has written to. {@code TWILIO_FROM}. */
    @WithDefault("+15005550006")
    String sender();

    /** How long a text stays in each state: queued, then sent, then delivered. {@code PHONES_STEP_DELAY}. */
    @WithDefault("150ms")
    Duration stepDelay();
}
