package dev.tocsin.postmortem.history;

import java.time.Instant;
import java.util.Optional;

import dev.tocsin.postmortem.facts.Ref;

/** One step of a report's way; {@code text} holds a reason or a note and is empty where none was asked. */
public record StepView(Instant at, Optional<Ref> by, String kind, String text, int version) {
    static StepView of(Step s) {
        return new StepView(
                s.at, Optional.ofNullable(s.byName).map(name -> new Ref(s.byId, name)), s.kind, s.text, s.version);
    }
}
