package dev.tocsin.monitor.schedule;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Alive while the ticker turns, whatever the database does; ready while slots are agreed upon. */
@ApplicationScoped
class TickHealth {
    private static final Duration DEAD = Duration.ofSeconds(60);
    private static final Duration STALE = Duration.ofSeconds(10);

    private final Conductor conductor;

    TickHealth(Conductor conductor) {
        this.conductor = conductor;
    }

    @Produces
    @Liveness
    HealthCheck ticker() {
        return () -> HealthCheckResponse.named("ticker turns")
                .status(conductor.sinceTick().compareTo(DEAD) < 0)
                .build();
    }

    @Produces
    @Readiness
    HealthCheck slots() {
        return () -> HealthCheckResponse.named("slots are shared")
                .status(conductor.sinceShared().compareTo(STALE) < 0)
                .build();
    }
}
