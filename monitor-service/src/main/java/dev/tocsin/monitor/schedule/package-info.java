/**
 * Which replica probes which check, and when. Slots are leased in PostgreSQL; a check's beat has a phase of its own,
 * pinned to the clock, so that load is spread and a restart moves nothing; being late is measured and said.
 */
package dev.tocsin.monitor.schedule;
