package dev.tocsin.postmortem.probe;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** This service's own identity, which may read and nothing else. Without TOCSIN_SERVICE_TOKEN it has none. */
@ApplicationScoped
public class ServiceToken {
    private static final Duration EARLY = Duration.ofMinutes(1);

    private final TokenClient issuer;
    private final Optional<String> secret;
    private final Clock clock;
    private final AtomicReference<TokenClient.Issued> last = new AtomicReference<>();

    ServiceToken(
            @RestClient TokenClient issuer,
            @ConfigProperty(name = "tocsin.service-token") Optional<String> secret,
            Clock clock) {
        this.issuer = issuer;
        this.secret = secret.filter(s -> !s.isBlank());
        this.clock = clock;
    }

    public boolean isConfigured() {
        return secret.isPresent();
    }

    /** A bearer header that is good for a minute at least. */
    public String bearer() {
        var known = last.get();
        if (known == null || !known.expiresAt().minus(EARLY).isAfter(clock.instant())) {
            known = issuer.exchange("Bearer " + secret.orElseThrow());
            last.set(known);
        }
        return "Bearer " + known.token();
    }

    /** The last one was refused: take a fresh one next time. */
    public void forget() {
        last.set(null);
    }
}
