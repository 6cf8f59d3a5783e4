package dev.tocsin.postmortem.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import dev.tocsin.postmortem.facts.Ref;

/** What the figures are made of. */
final class Sample {
    private Sample() {}

    /** @param ended when its incident resolved, or began where that is not known */
    record Report(
            Instant ended,
            Optional<Ref> team,
            boolean declined,
            Optional<Instant> due,
            Optional<Instant> published,
            List<String> tags) {}

    /** @param kept when it was done; {@code declined} and {@code kept} exclude each other */
    record Promise(
            Optional<LocalDate> due, ZoneId zone, Optional<Ref> team, Optional<Instant> kept, boolean declined) {}
}
