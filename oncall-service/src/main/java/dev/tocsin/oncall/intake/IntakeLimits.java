package dev.tocsin.oncall.intake;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.admin.Bounds;

/** The limits of the doors for signals. */
@ApplicationScoped
class IntakeLimits implements Bounds {
    private final IntakeConfig config;

    IntakeLimits(IntakeConfig config) {
        this.config = config;
    }

    @Override
    public String about() {
        return "Signals from tools";
    }

    @Override
    public List<Limit> inForce() {
        return List.of(
                Limit.of("Signals of one key, each replica", config.perKeyPerMinute(), Duration.ofMinutes(1)),
                Limit.of("Requests of one key worked on at once", config.perKeyAtOnce()),
                Limit.of("Requests of all keys worked on at once", config.atOnce()),
                Limit.of("Events go into the inbox first once one waited", config.longestWait()),
                Limit.of("A request is told to come again after", config.patience()));
    }
}
