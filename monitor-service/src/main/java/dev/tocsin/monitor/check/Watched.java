package dev.tocsin.monitor.check;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.tocsin.monitor.alerting.Destination;
import dev.tocsin.monitor.alerting.Subject;
import dev.tocsin.monitor.condition.Conditions;
import dev.tocsin.monitor.maintenance.Whose;
import dev.tocsin.monitor.probe.Target;
import dev.tocsin.monitor.verdict.Rules;

/**
 * A check as the schedule, the verdict and the alerting need it.
 *
 * @param slot decides which replica probes it
 * @param conditions what must hold beside what the target says itself
 * @param parents the checks it stands behind
 * @param alert where alerts go; empty means that nobody is told
 * @param gone deleted; only to be forgotten
 */
public record Watched(
        UUID id,
        Optional<UUID> serviceId,
        Optional<UUID> teamId,
        int slot,
        String name,
        Target target,
        Conditions conditions,
        Duration interval,
        Duration timeout,
        Judging judging,
        Set<UUID> parents,
        Optional<Destination> alert,
        boolean paused,
        boolean gone) {

    public Rules rules() {
        return new Rules(
                judging.failureThreshold(),
                judging.failureWindow(),
                judging.successThreshold(),
                judging.detectFlapping(),
                interval,
                timeout,
                alert.isPresent());
    }

    /** The check as a maintenance window knows it. */
    public Whose whose() {
        return new Whose(id, serviceId, teamId);
    }

    /** The check as an alert shows it. */
    public Subject subject() {
        return new Subject(id, name, target.kind(), target.host(), rules().worstCaseDetection(), alert);
    }
}
