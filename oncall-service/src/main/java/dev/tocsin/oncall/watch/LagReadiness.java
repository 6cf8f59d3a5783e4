package dev.tocsin.oncall.watch;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while work is overdue or nobody knows: never a reason to be killed, which would only make it later. */
@Readiness
@ApplicationScoped
class LagReadiness implements HealthCheck {
    private final Watchman watchman;

    LagReadiness(Watchman watchman) {
        this.watchman = watchman;
    }

    @Override
    public HealthCheckResponse call() {
        var reading = watchman.reading();
        return HealthCheckResponse.named("work that is due")
                .status(watchman.allIsWell())
                .withData("overdueSteps", reading.overdueSteps())
                .withData("lagSeconds", reading.lag().toSeconds())
                .withData("secondsSinceAudit", watchman.sinceRead().toSeconds())
                .build();
    }
}
