package dev.tocsin.oncall.response;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.oncall.incident.Severity;

/** Incidents triggered in [from, to), and in as much of the calendar before for comparison; what is empty does not narrow. */
record Asked(
        Instant previousFrom,
        Instant from,
        Instant to,
        ZoneId zone,
        Optional<UUID> team,
        Optional<UUID> service,
        Optional<UUID> person,
        Optional<Severity> severity) {}
