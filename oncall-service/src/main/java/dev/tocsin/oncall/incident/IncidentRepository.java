package dev.tocsin.oncall.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Incidents in the database. Whoever changes one locks it first, before reading it in any other way. */
@ApplicationScoped
class IncidentRepository implements PanacheRepositoryBase<Incident, UUID> {

    Incident lock(UUID id) {
        var incident = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (incident == null) throw new NotFoundException("there is no incident " + id);
        return incident;
    }

    Incident known(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFoundException("there is no incident " + id));
    }

    long nextNumber() {
        return ((Number) getEntityManager()
                        .createNativeQuery("select nextval('incident_number')")
                        .getSingleResult())
                .longValue();
    }

    Optional<UUID> open(UUID integrationId, String dedupKey) {
        return id("select id from incident where integration_id = ?1 and dedup_key = ?2 and state <> 'RESOLVED'",
                integrationId, dedupKey);
    }

    Optional<UUID> numbered(long number) {
        return id("select id from incident where number = ?1", number);
    }

    /** Claims one incident whose next step or whose hold is due; others' claims are passed over. */
    Optional<UUID> claimDue(Instant now) {
        return id(
                        "select id from incident where state = 'TRIGGERED' and next_step_at <= ?1"
                                + " order by next_step_at limit 1 for update skip locked",
                        now)
                .or(() -> id(
                        "select id from incident where state = 'ACKNOWLEDGED' and hold_expires_at <= ?1"
                                + " order by hold_expires_at limit 1 for update skip locked",
                        now));
    }

    @SuppressWarnings("unchecked") // a native query of one uuid column
    private Optional<UUID> id(String sql, Object... parameters) {
        var query = getEntityManager().createNativeQuery(sql, UUID.class);
        for (int i = 0; i < parameters.length; i++) query.setParameter(i + 1, parameters[i]);
        return ((List<UUID>) query.getResultList()).stream().findFirst();
    }
}
