package dev.tocsin.postmortem.publishing;

import java.time.Instant;
import java.util.UUID;

/**
 * A version has been published; fired within the transaction that publishes it.
 *
 * @param imported it was published elsewhere before, so nobody waits to hear of it
 */
public record Published(UUID postmortemId, int number, Instant at, boolean imported) {}
