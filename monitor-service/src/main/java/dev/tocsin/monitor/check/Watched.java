package dev.tocsin.monitor.check;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.monitor.alerting.Destination;
import dev.tocsin.monitor.alerting.Subject;
import dev.tocsin.monitor.probe.Target;
import dev.tocsin.monitor.verdict.Rules;

/**
 * A check as the schedule, the verdict and the alerting need it.
 *
 * @param slot decides which replica probes it
 * @param alert where alerts go; empty means that nobody is told
 * @param gone deleted; only to be forgotten
 */
public record Watched(
        UUID id,
        int slot,
        String name,
        Target target,
        Duration interval,
        Duration timeout,
        int failureThreshold,
        int successThreshold,
        Optional<Destination> alert,
        boolean paused,
        boolean gone) {

    public Rules rules() {
        return new Rules(failureThreshold, successThreshold, interval, timeout, alert.isPresent());
    }

    /** The check as an alert shows it. */
    public Subject subject() {
        return new Subject(id, name, target.kind(), target.host(), rules().worstCaseDetection(), alert);
    }
}
