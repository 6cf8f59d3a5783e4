package dev.tocsin.oncall.incident;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while the engine stands still: traffic should go where escalation runs. Never a reason to be killed. */
@Readiness
@ApplicationScoped
class EngineReadiness implements HealthCheck {
    private static final Duration TOO_LONG = Duration.ofSeconds(15);

    private final EscalationEngine engine;

    EngineReadiness(EscalationEngine engine) {
        this.engine = engine;
    }

    @Override
    public HealthCheckResponse call() {
        var since = engine.sinceLastBeat();
        return HealthCheckResponse.named("escalation engine")
                .status(since.compareTo(TOO_LONG) < 0)
                .withData("secondsSinceTick", since.toSeconds())
                .build();
    }
}
