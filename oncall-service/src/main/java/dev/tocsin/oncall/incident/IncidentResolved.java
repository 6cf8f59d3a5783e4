package dev.tocsin.oncall.incident;

import java.util.UUID;

/** Fired inside the transaction that closed an incident, so that what follows from it is written with it. */
public record IncidentResolved(UUID incidentId) {}
