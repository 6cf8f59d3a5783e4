package dev.tocsin.postmortem.facts;

import java.time.Instant;
import java.util.Optional;

/**
 * What a person says of a measured fact that was measured wrongly. Corrections are kept one after the other and none is
 * taken away; of each fact the last one counts.
 *
 * @param value in the fact's own notation; empty: what was measured is right after all
 * @param reason why; never blank
 */
public record Correction(Correctable fact, Optional<String> value, String reason, Ref by, Instant at) {
    public Correction {
        value = value == null ? Optional.empty() : value;
    }
}
