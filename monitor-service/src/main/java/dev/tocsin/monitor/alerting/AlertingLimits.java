package dev.tocsin.monitor.alerting;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.limits.Bounds;

/** How patiently alerts are handed on. */
@ApplicationScoped
class AlertingLimits implements Bounds {
    private final AlertingConfig config;

    AlertingLimits(AlertingConfig config) {
        this.config = config;
    }

    @Override
    public String about() {
        return "Alerts";
    }

    @Override
    public List<Limit> inForce() {
        return List.of(
                Limit.of("One attempt to hand an alert on", config.timeout()),
                Limit.of("The longest wait between two attempts", config.longestWait()),
                Limit.of("Attempts at once", config.parallel()));
    }
}
