package dev.tocsin.oncall.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.oncall.catalog.Catalog;

/**
 * Trouble as first told. {@code integrationId} and {@code dedupKey} say which signals belong to it; {@code links} is a
 * JSON array, {@code details} any JSON. {@code openingLine} is the first line of its timeline. {@code told}: when we were
 * told, when that was before now.
 */
public record NewIncident(
        Catalog.ServiceFacts service,
        Optional<UUID> integrationId,
        Optional<String> dedupKey,
        String title,
        Severity severity,
        Optional<String> source,
        Optional<String> checkId,
        Optional<String> client,
        Optional<String> clientUrl,
        String links,
        Optional<String> details,
        String openingLine,
        Optional<Actor> raisedBy,
        Optional<Instant> told) {}
