package dev.tocsin.oncall.access;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.admin.Bounds;

/** The limits of signing in. */
@ApplicationScoped
class AccessLimits implements Bounds {
    private final AccessConfig config;

    AccessLimits(AccessConfig config) {
        this.config = config;
    }

    @Override
    public String about() {
        return "Signing in";
    }

    @Override
    public List<Limit> inForce() {
        return List.of(
                Limit.of("A session ends without use after", config.sessionIdle()),
                Limit.of("A session ends in any case after", config.sessionMax()),
                Limit.of("A revoked session may linger at most", config.tokenLife()),
                Limit.of("Wrong passwords of one account before it waits", Throttle.FREE_TRIES_OF_AN_ACCOUNT),
                Limit.of("Wrong passwords from one address before it waits", Throttle.FREE_TRIES_OF_AN_ADDRESS),
                Limit.of("The longest wait", Throttle.LONGEST_WAIT),
                Limit.of(
                        "Links for a forgotten password, one account",
                        ForgottenResource.FREE_OF_AN_ACCOUNT,
                        Duration.ofHours(1)),
                Limit.of("A link for a forgotten password is good for", PasswordLinks.LIFE));
    }
}
