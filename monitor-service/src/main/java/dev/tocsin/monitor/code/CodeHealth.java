package dev.tocsin.monitor.code;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A bad file is a warning: the checks of the last good one go on, so the replica stays ready. */
@Dependent
class CodeHealth {
    private final Watcher watcher;

    CodeHealth(Watcher watcher) {
        this.watcher = watcher;
    }

    @Produces
    @Readiness
    HealthCheck file() {
        return () -> {
            var answer = HealthCheckResponse.named("checks as code").up();
            var faults = watcher.faults();
            if (faults.isEmpty()) return answer.build();
            var first = faults.getFirst();
            return answer.withData("faults", faults.size())
                    .withData(
                            "warning",
                            "%s, line %d, column %d: %s %s; the checks before it go on"
                                    .formatted(
                                            first.file(), first.line(), first.column(), first.field(), first.reason()))
                    .build();
        };
    }
}
