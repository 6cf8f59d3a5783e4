package dev.tocsin.postmortem.history;

import java.time.Instant;
import java.util.Optional;

import dev.tocsin.postmortem.facts.Ref;

/**
 * One sitting's text as a line of the history. {@code by} is absent for what the incident itself opened.
 *
 * @param version the report's version after the last save of the sitting
 * @param beganAt its first save
 * @param restoredFrom the version brought back, when it was
 * @param words as the counter counts them
 */
public record RevisionView(
        int version, Instant beganAt, Instant at, Optional<Ref> by, Optional<Integer> restoredFrom, int words) {
    static RevisionView of(Revision r) {
        return new RevisionView(
                r.key.version(),
                r.beganAt,
                r.at,
                Optional.ofNullable(r.byName).map(name -> new Ref(r.byId, name)),
                Optional.ofNullable(r.restoredFrom),
                r.words);
    }
}
