package dev.tocsin.postmortem.image;

import java.time.Instant;
import java.util.UUID;

import dev.tocsin.postmortem.facts.Ref;

/** A picture without its bytes; {@code markdown} is what puts it into a text. */
public record ImageView(
        UUID id,
        String mime,
        int width,
        int height,
        int bytes,
        String alt,
        String markdown,
        Instant createdAt,
        Ref createdBy) {}
