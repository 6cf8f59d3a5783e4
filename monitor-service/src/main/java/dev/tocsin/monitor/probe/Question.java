package dev.tocsin.monitor.probe;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.monitor.condition.Conditions;
import dev.tocsin.monitor.egress.Avoid;

/**
 * One probe to make.
 *
 * @param check whose; empty when a check is only tried
 * @param conditions what must hold of the answer, beside what the target itself says
 * @param timeout for all of it, a total
 * @param avoid addresses to try last
 */
public record Question<T extends Target>(
        Optional<UUID> check, T target, Conditions conditions, Duration timeout, Avoid avoid) {

    /** About a target alone. */
    public static <T extends Target> Question<T> of(T target, Duration timeout) {
        return new Question<>(Optional.empty(), target, Conditions.NONE, timeout, Avoid.NOTHING);
    }
}
