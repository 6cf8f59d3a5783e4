package dev.tocsin.oncall.response;

import java.util.Optional;
import java.util.UUID;

import dev.tocsin.oncall.incident.Severity;

/** Which incidents count, and what they are grouped by; what is empty does not narrow, or group. */
record Narrowing(
        Optional<UUID> team,
        Optional<UUID> service,
        Optional<UUID> person,
        Optional<Severity> severity,
        Optional<Dimension> by) {

    static Narrowing of(Asked asked, Optional<Dimension> by) {
        return new Narrowing(asked.team(), asked.service(), asked.person(), asked.severity(), by);
    }
}
