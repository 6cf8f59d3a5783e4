package dev.tocsin.oncall.intake;

import java.time.Instant;
import java.util.Optional;

import dev.tocsin.oncall.incident.Actor;
import dev.tocsin.oncall.incident.Severity;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What any tool says, whichever door it came through. {@code observed} is the tool's own time, when it gave one;
 * {@code links} is a JSON array and {@code details} any JSON, both as text.
 */
@RegisterForReflection
record Signal(
        Action action,
        String dedupKey,
        String title,
        Severity severity,
        Optional<String> source,
        Optional<Instant> observed,
        Optional<String> checkId,
        Optional<String> client,
        Optional<String> clientUrl,
        String links,
        Optional<String> details) {

    enum Action {
        TRIGGER,
        ACKNOWLEDGE,
        RESOLVE,
        /** Worth a line beside what is open, and nobody's sleep. */
        NOTE
    }

    /** The tool as one who acts; a resolve often comes without a name, so the one that triggered is {@code known}. */
    Actor.Source sender(Optional<String> known) {
        return new Actor.Source(client.or(() -> known).or(() -> source).orElse("the monitoring tool"));
    }
}
