package dev.tocsin.oncall.incident;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The lines of all timelines. */
@ApplicationScoped
class Timeline implements PanacheRepositoryBase<TimelineEntry, TimelineEntry.Key> {

    List<TimelineEntry> of(UUID incidentId) {
        return list("incidentId = ?1 order by seq", incidentId);
    }
}
