package dev.tocsin.oncall.access;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready for calls before there is a key to check their tokens. */
@Readiness
@ApplicationScoped
class SigningReady implements HealthCheck {
    private final SigningKeys keys;

    SigningReady(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("signing key loaded")
                .status(!keys.all().isEmpty())
                .build();
    }
}
