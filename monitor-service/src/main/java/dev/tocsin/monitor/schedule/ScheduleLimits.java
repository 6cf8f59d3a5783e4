package dev.tocsin.monitor.schedule;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.limits.Bounds;

/** How hard this replica works. */
@ApplicationScoped
class ScheduleLimits implements Bounds {
    private final ScheduleConfig config;

    ScheduleLimits(ScheduleConfig config) {
        this.config = config;
    }

    @Override
    public String about() {
        return "Probing, each replica";
    }

    @Override
    public List<Limit> inForce() {
        return List.of(
                Limit.of("Probes in flight at once", config.parallel()),
                Limit.of("Confirmations in flight at once", config.confirming()));
    }
}
