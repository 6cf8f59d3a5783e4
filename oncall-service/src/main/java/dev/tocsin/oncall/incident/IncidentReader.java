package dev.tocsin.oncall.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.oncall.Cursor;
import dev.tocsin.oncall.Listing;
import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.Sql;
import dev.tocsin.oncall.catalog.Catalog;
import dev.tocsin.oncall.escalation.Escalation;
import dev.tocsin.oncall.escalation.Responders;
import dev.tocsin.oncall.people.Directory;
import org.hibernate.Session;

/** Reads incidents for those who look: lists, one in full, and whether anything changed. */
@ApplicationScoped
@Transactional
class IncidentReader {
    /** Counts for live pages. {@code latest} is the newest change whose forerunners are all visible too. */
    record Changes(long latest, long openCount, long triggeredCount) {}

    private static final int STEPS_AHEAD = 10;

    private final IncidentRepository incidents;
    private final Timeline timeline;
    private final Pages pages;
    private final Decisions decisions;
    private final Catalog catalog;
    private final Responders responders;
    private final Directory directory;
    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;

    IncidentReader(
            IncidentRepository incidents,
            Timeline timeline,
            Pages pages,
            Decisions decisions,
            Catalog catalog,
            Responders responders,
            Directory directory,
            EntityManager database,
            ObjectMapper json,
            Clock clock) {
        this.incidents = incidents;
        this.timeline = timeline;
        this.pages = pages;
        this.decisions = decisions;
        this.catalog = catalog;
        this.responders = responders;
        this.directory = directory;
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Newest first; the cursor is the last row's trigger and number. */
    Listing<IncidentRow> list(IncidentFilter filter, UUID me, int limit, String cursor) {
        var parameters = new HashMap<String, Object>();
        var where = filter.where(parameters, me);
        if (cursor != null) {
            var after = Cursor.read(cursor, 2);
            where += " and (i.triggered_at, i.number) < (:afterAt, :afterNumber)";
            parameters.put("afterAt", Instant.parse(after.key(0)));
            parameters.put("afterNumber", Long.valueOf(after.key(1)));
        }
        var query = database.unwrap(Session.class)
                .createNativeQuery(
                        "select i.* from incident i where " + where + " order by i.triggered_at desc, i.number desc",
                        Incident.class);
        parameters.forEach(query::setParameter);
        var found = query.setMaxResults(limit + 1).getResultList();
        return Listing.upTo(limit, rows(found), row -> Cursor.of(row.triggeredAt(), row.number()));
    }

    IncidentRow row(UUID id) {
        return rows(List.of(incidents.known(id))).getFirst();
    }

    /** By id, or by number as people say it. */
    UUID idOf(String idOrNumber) {
        var unknown = new NotFoundException("there is no incident " + idOrNumber);
        try {
            return idOrNumber.matches("\\d{1,18}")
                    ? incidents.numbered(Long.parseLong(idOrNumber)).orElseThrow(() -> unknown)
                    : UUID.fromString(idOrNumber);
        } catch (IllegalArgumentException e) {
            throw unknown;
        }
    }

    IncidentDetail detail(UUID id) {
        var incident = incidents.known(id);
        var service = catalog.service(incident.serviceId).orElseThrow();
        var plan = responders.plan(incident.policyId);
        return new IncidentDetail(
                rows(List.of(incident)).getFirst(),
                node(incident.details),
                incident.client,
                incident.clientUrl,
                node(incident.links),
                service.runbookUrl().orElse(null),
                new Ref(incident.policyId, plan.name()),
                Math.min(incident.step, Math.max(1, plan.steps().size())),
                incident.cycle,
                between(incident.triggeredAt, incident.firstAcknowledgedAt),
                between(incident.triggeredAt, incident.resolvedAt),
                timeline.of(id).stream().map(IncidentDetail.Entry::of).toList(),
                pages.of(id),
                decisions.of(id),
                ahead(incident, plan));
    }

    /**
     * Cheap enough to ask each second. A transaction that took its number earlier may commit later, so only numbers below
     * every running transaction count; entries older than half a minute always do (after a restore, ids begin anew).
     */
    Changes changes() {
        var latest = Sql.list(
                        database,
                        Long.class,
                        "select coalesce((select change from timeline_entry"
                                + " where tx < pg_snapshot_xmin(pg_current_snapshot())"
                                + " or recorded_at < now() - interval '30 s' order by change desc limit 1), 0)")
                .getFirst();
        var counts = Sql.list(
                        database,
                        Object[].class,
                        "select count(*), count(*) filter (where state = 'TRIGGERED') from incident where state <> 'RESOLVED'")
                .getFirst();
        return new Changes(latest, ((Number) counts[0]).longValue(), ((Number) counts[1]).longValue());
    }

    private List<IncidentRow> rows(List<Incident> found) {
        var services = new HashMap<UUID, Optional<Catalog.ServiceFacts>>();
        var told = pages.told(found.stream()
                .filter(incident -> incident.state == State.TRIGGERED)
                .map(incident -> incident.id)
                .toList());
        return found.stream().map(i -> row(i, services, told)).toList();
    }

    private IncidentRow row(Incident i, Map<UUID, Optional<Catalog.ServiceFacts>> services, Map<UUID, List<Ref>> told) {
        var service = services.computeIfAbsent(i.serviceId, catalog::service).orElseThrow();
        return IncidentRow.of(
                i,
                new Ref(service.id(), service.name()),
                new Ref(service.teamId(), service.teamName()),
                told.getOrDefault(i.id, List.of()));
    }

    private List<IncidentDetail.Ahead> ahead(Incident incident, Responders.Plan plan) {
        if (incident.state != State.TRIGGERED || incident.nextStepAt == null) return List.of();
        var from = incident.nextStepAt.isBefore(clock.instant()) ? clock.instant() : incident.nextStepAt;
        return Escalation.ahead(plan, incident.position(), from, STEPS_AHEAD).stream()
                .map(step -> new IncidentDetail.Ahead(
                        step.at(),
                        step.step(),
                        responders.at(incident.policyId, step.step() - 1, step.at()).stream()
                                .map(person -> new Ref(person, name(person)))
                                .toList()))
                .toList();
    }

    private String name(UUID person) {
        return directory.find(person).map(Directory.PersonRef::name).orElse("somebody");
    }

    private JsonNode node(String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds JSON that cannot be read", e);
        }
    }

    private static Duration between(Instant start, Instant end) {
        return end == null ? null : Duration.between(start, end);
    }
}
