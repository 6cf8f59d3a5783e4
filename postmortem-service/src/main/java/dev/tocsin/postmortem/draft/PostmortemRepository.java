package dev.tocsin.postmortem.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Where reports are kept. */
@ApplicationScoped
class PostmortemRepository implements PanacheRepositoryBase<Postmortem, UUID> {

    /** What a list is narrowed to; each may be empty. */
    record Filter(
            Optional<State> state,
            Optional<String> words,
            Optional<UUID> team,
            Optional<UUID> service,
            Optional<String> severity,
            Optional<Cursor> after) {}

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

    /** Newest first, at most {@code limit}. */
    List<Postmortem> newest(Filter filter, int limit) {
        var where = new ArrayList<String>();
        Map<String, Object> values = new HashMap<>();
        filter.state.ifPresent(state -> {
            // Readers keep a published report while a correction of it is being written.
            if (state == State.PUBLISHED) {
                where.add("firstPublishedAt is not null");
            } else {
                where.add("state = :state");
                values.put("state", state);
            }
        });
        filter.words.ifPresent(words -> {
            where.add("lower(title) like :words escape '!'");
            values.put("words", "%" + words.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%");
        });
        filter.team.ifPresent(team -> {
            where.add("team.id = :team");
            values.put("team", team);
        });
        filter.service.ifPresent(service -> {
            where.add("service.id = :service");
            values.put("service", service);
        });
        filter.severity.ifPresent(severity -> {
            where.add("severity = :severity");
            values.put("severity", severity);
        });
        filter.after.ifPresent(after -> {
            where.add("(occurredAt < :at or occurredAt = :at and id < :id)");
            values.put("at", after.occurredAt());
            values.put("id", after.id());
        });
        var query = where.isEmpty() ? "" : String.join(" and ", where) + " ";
        return find(query + "order by occurredAt desc, id desc", values)
                .range(0, limit - 1)
                .list();
    }
}
