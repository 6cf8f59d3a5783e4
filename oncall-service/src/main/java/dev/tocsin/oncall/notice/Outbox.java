package dev.tocsin.oncall.notice;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.oncall.Sql;
import dev.tocsin.oncall.incident.EntryKind;
import dev.tocsin.oncall.incident.IncidentDocument;
import dev.tocsin.oncall.incident.IncidentResolved;
import dev.tocsin.oncall.incident.Incidents;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Documents to be sent: written with the resolve, claimed by one relay at a time, kept until delivered. */
@ApplicationScoped
@Transactional
class Outbox implements PanacheRepositoryBase<Notice, UUID> {
    /** Fired when something was put in. */
    record Filled() {}

    /** A document to send. */
    record Letter(UUID id, String body) {}

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int LONGEST_PAUSE_SECONDS = 60;

    private final IncidentDocument.Maker documents;
    private final Incidents incidents;
    private final NoticeConfig config;
    private final ObjectMapper json;
    private final Event<Filled> filled;
    private final Clock clock;

    Outbox(
            IncidentDocument.Maker documents,
            Incidents incidents,
            NoticeConfig config,
            ObjectMapper json,
            Event<Filled> filled,
            Clock clock) {
        this.documents = documents;
        this.incidents = incidents;
        this.config = config;
        this.json = json;
        this.filled = filled;
        this.clock = clock;
    }

    /** Joins the transaction that closes the incident. */
    void write(@Observes IncidentResolved resolved) {
        if (config.postmortemUrl().isEmpty()) return;
        flush();
        persist(Notice.of(resolved.incidentId(), text(documents.of(resolved.incidentId())), clock.instant()));
        filled.fire(new Filled());
    }

    /** Claims the oldest document due, but none whose incident has an older one waiting. */
    Optional<Letter> next() {
        var now = clock.instant();
        return Sql.list(
                        getEntityManager(),
                        Object[].class,
                        "update notice set lease_until = ?1, attempts = attempts + 1 where id = (select id from notice n"
                                + " where delivered_at is null and due_at <= ?2"
                                + " and (lease_until is null or lease_until <= ?2)"
                                + " and not exists (select 1 from notice o where o.incident_id = n.incident_id"
                                + " and o.delivered_at is null and o.seq < n.seq)"
                                + " order by due_at limit 1 for update skip locked) returning id, body",
                        now.plus(LEASE),
                        now)
                .stream()
                .findFirst()
                .map(row -> new Letter((UUID) row[0], (String) row[1]));
    }

    void delivered(UUID id) {
        var notice = findById(id);
        if (notice.deliveredAt != null) return;
        notice.deliveredAt = clock.instant();
        notice.leaseUntil = null;
        incidents.tell(notice.incidentId, EntryKind.NOTICED, "Handed on for the postmortem", Optional.empty());
    }

    /** Again after 1, 2, 4 … 60 s and up to a quarter more. */
    void failed(UUID id, String why) {
        var notice = findById(id);
        notice.lastError = why;
        notice.leaseUntil = null;
        long pause = Math.min(1L << Math.min(notice.attempts - 1, 6), LONGEST_PAUSE_SECONDS) * 1000;
        notice.dueAt =
                clock.instant().plusMillis(pause + ThreadLocalRandom.current().nextLong(pause / 4));
    }

    private String text(IncidentDocument document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document of ours cannot be written as JSON", e);
        }
    }
}
