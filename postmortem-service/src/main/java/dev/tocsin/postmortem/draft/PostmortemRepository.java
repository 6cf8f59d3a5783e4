package dev.tocsin.postmortem.draft;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Where reports are kept. */
@ApplicationScoped
class PostmortemRepository implements PanacheRepositoryBase<Postmortem, UUID> {

    /** The report, kept from anybody else's change until this transaction ends. */
    Optional<Postmortem> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The incident's report for a change; while it does not exist, nobody else can open it either. */
    Optional<Postmortem> lockByIncident(UUID incident) {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:incident, 0)) as text)")
                .setParameter("incident", incident.toString())
                .getSingleResult();
        return find("incidentId", incident)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    Optional<Postmortem> byIncident(UUID incident) {
        return find("incidentId", incident).firstResultOptional();
    }

    /** In no order. */
    List<Postmortem> all(List<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }
}
