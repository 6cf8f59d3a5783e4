package dev.tocsin.oncall.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;

import dev.tocsin.oncall.ImaginedTime;
import dev.tocsin.oncall.Sql;
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

    void lockAll(Collection<UUID> ids) {
        if (ids.isEmpty()) return;
        find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** A rehearsal's incidents have numbers that no real one has, and take none from them. */
    List<Long> nextNumbers(int count) {
        if (count == 0) return List.of();
        if (ImaginedTime.rules()) {
            return Stream.generate(() -> -1 - ThreadLocalRandom.current().nextLong(Long.MAX_VALUE))
                    .limit(count)
                    .toList();
        }
        return Sql.list(
                getEntityManager(), Long.class, "select nextval('incident_number') from generate_series(1, ?1)", count);
    }

    Optional<UUID> open(UUID integrationId, String dedupKey) {
        return id(
                "select id from incident where integration_id = ?1 and dedup_key = ?2 and state <> 'RESOLVED'",
                integrationId,
                dedupKey);
    }

    Optional<UUID> numbered(long number) {
        return id("select id from incident where number = ?1", number);
    }

    /** Incidents whose next step or whose hold is due, longest waiting first. */
    List<UUID> due(Instant now, int limit) {
        return ids(
                "select id from incident where state = 'TRIGGERED' and next_step_at <= ?1"
                        + " union all select id from incident where state = 'ACKNOWLEDGED' and hold_expires_at <= ?1"
                        + " limit ?2",
                now,
                limit);
    }

    /** Locks an incident if it is still due and nobody else is at it. */
    boolean claimDue(UUID id, Instant now) {
        return !ids(
                        "select id from incident where id = ?1 and (state = 'TRIGGERED' and next_step_at <= ?2"
                                + " or state = 'ACKNOWLEDGED' and hold_expires_at <= ?2) for update skip locked",
                        id,
                        now)
                .isEmpty();
    }

    /** Triggered incidents of these services that are not kept quiet yet. */
    List<UUID> loudIn(Collection<UUID> services, Instant now) {
        return ids(
                "select id from incident where state = 'TRIGGERED' and maintenance_id is null and service_id in (?1)"
                        + " and (maintenance_waived_until is null or maintenance_waived_until <= ?2) limit 200",
                services,
                now);
    }

    /** What this window keeps quiet is due now, so that it is looked at anew. */
    void lookAgainAtQuiet(UUID windowId, Instant now) {
        update("nextStepAt = ?1 where maintenanceId = ?2 and state = ?3", now, windowId, State.TRIGGERED);
    }

    /** Open incidents of which nobody has said more for their service's time; not those put aside. */
    List<UUID> forgotten(Instant now) {
        return ids(
                "select i.id from incident i join service s on s.id = i.service_id where i.state <> 'RESOLVED'"
                        + " and s.auto_resolve_seconds is not null"
                        + " and i.last_signal_at <= cast(?1 as timestamptz) - s.auto_resolve_seconds * interval '1 second'"
                        + " and (i.snoozed_until is null or i.snoozed_until <= ?1) limit 200",
                now);
    }

    private Optional<UUID> id(String sql, Object... parameters) {
        return ids(sql, parameters).stream().findFirst();
    }

    private List<UUID> ids(String sql, Object... parameters) {
        return Sql.list(getEntityManager(), UUID.class, sql, parameters);
    }
}
