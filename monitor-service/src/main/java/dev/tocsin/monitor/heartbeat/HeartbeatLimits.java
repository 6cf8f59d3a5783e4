package dev.tocsin.monitor.heartbeat;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.limits.Bounds;

/** The limits of the door for jobs. */
@ApplicationScoped
class HeartbeatLimits implements Bounds {
    private final HeartbeatConfig config;

    HeartbeatLimits(HeartbeatConfig config) {
        this.config = config;
    }

    @Override
    public String about() {
        return "Calls of jobs";
    }

    @Override
    public List<Limit> inForce() {
        return List.of(
                Limit.of("Calls a minute with one key, each replica", config.perKeyPerMinute()),
                Limit.of("Calls a minute with unknown keys from one address", config.strayPerMinute()),
                Limit.of("Calls of one job that are kept", config.keptSignals()));
    }
}
