package dev.tocsin.oncall.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.catalog.Catalog;

/** Closes incidents of which neither tool nor person has said more for their service's time, and says that it did. */
@ApplicationScoped
class AutoResolve {
    private final IncidentRepository incidents;
    private final Incidents acts;
    private final Catalog catalog;

    AutoResolve(IncidentRepository incidents, Incidents acts, Catalog catalog) {
        this.incidents = incidents;
        this.acts = acts;
        this.catalog = catalog;
    }

    @Transactional
    List<UUID> overdue(Instant now) {
        return incidents.forgotten(now);
    }

    @Transactional
    boolean close(UUID id, Instant now) {
        var incident = incidents.lock(id);
        var limit = catalog.service(incident.serviceId).flatMap(Catalog.ServiceFacts::autoResolve);
        if (incident.state == State.RESOLVED || limit.isEmpty()) return false;
        if (!incident.forgottenSince(now.minus(limit.get()), now)) return false;
        acts.resolve(id, new Actor.Silence("no signal for " + spoken(limit.get())));
        return true;
    }

    /** "4 hours", "90 minutes". */
    static String spoken(Duration time) {
        if (time.toSeconds() % 86_400 == 0) return count(time.toDays(), "day");
        if (time.toSeconds() % 3600 == 0) return count(time.toHours(), "hour");
        return count(time.toMinutes(), "minute");
    }

    private static String count(long n, String unit) {
        return "%d %s%s".formatted(n, unit, n == 1 ? "" : "s");
    }
}
