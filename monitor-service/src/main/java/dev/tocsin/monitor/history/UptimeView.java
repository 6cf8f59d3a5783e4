package dev.tocsin.monitor.history;

import java.time.Duration;

/** Time spent in each state, and uptime as a bound: fractions from 0 to 1 of the time outside maintenance. */
public record UptimeView(
        Duration up,
        Duration degraded,
        Duration down,
        Duration maintenance,
        Duration unknown,
        double lower,
        double upper) {
    static UptimeView of(Uptime uptime) {
        return new UptimeView(
                uptime.up(),
                uptime.degraded(),
                uptime.down(),
                uptime.maintenance(),
                uptime.unknown(),
                uptime.lower(),
                uptime.upper());
    }
}
