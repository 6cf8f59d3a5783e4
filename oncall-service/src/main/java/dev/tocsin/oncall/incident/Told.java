package dev.tocsin.oncall.incident;

import java.util.UUID;

/** Fired inside the transaction that wrote a line of a timeline, so that what follows from it is written with it. */
public record Told(UUID incidentId, UUID teamId, EntryKind kind, IncidentDetail.Entry entry) {}
