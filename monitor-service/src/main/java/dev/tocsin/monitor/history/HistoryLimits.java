package dev.tocsin.monitor.history;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.limits.Bounds;

/** For how long results stay. */
@ApplicationScoped
class HistoryLimits implements Bounds {
    private final HistoryConfig config;

    HistoryLimits(HistoryConfig config) {
        this.config = config;
    }

    @Override
    public String about() {
        return "Results, and for how long";
    }

    @Override
    public List<Limit> inForce() {
        return List.of(
                Limit.of("Every result with what was received", config.keep().raw()),
                Limit.of("Figures by minute", config.keep().minutes()),
                Limit.of("Figures by hour", config.keep().hours()),
                Limit.of("Figures by day", config.keep().days()),
                Limit.of("Results that may wait for the database", config.waiting()));
    }
}
