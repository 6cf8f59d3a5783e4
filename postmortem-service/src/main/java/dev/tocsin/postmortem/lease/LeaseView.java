package dev.tocsin.postmortem.lease;

import java.time.Instant;
import java.util.Optional;

import dev.tocsin.postmortem.facts.Ref;

/**
 * Who is writing, and what was saved last. All but {@code version} are absent when nobody is writing, or nobody saved.
 *
 * @param takenAt since when
 * @param until when it ends unless they give another sign
 * @param version the report's version now: an open editor with an older one has missed a save
 */
public record LeaseView(
        Optional<Ref> holder,
        Optional<Instant> takenAt,
        Optional<Instant> until,
        int version,
        Optional<Ref> updatedBy) {}
