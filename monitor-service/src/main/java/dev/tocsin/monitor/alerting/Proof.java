package dev.tocsin.monitor.alerting;

import java.util.List;
import java.util.Optional;

import dev.tocsin.monitor.verdict.Change;
import dev.tocsin.monitor.verdict.Evidence;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What led to a change. @param differences from the last good probe, in words */
@RegisterForReflection
public record Proof(List<Attempt> attempts, List<String> differences) {
    /** Nothing is known. */
    public static final Proof NONE = new Proof(List.of(), List.of());

    static Proof of(Change change, Optional<Evidence> lastGood) {
        var attempts = change.attempts();
        var differences = attempts.isEmpty()
                ? List.<String>of()
                : lastGood.map(good ->
                                Differences.between(good, attempts.getLast().evidence()))
                        .orElse(List.of());
        return new Proof(Attempt.told(attempts), differences);
    }
}
