package dev.tocsin.oncall.notice;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.oncall.Sql;
import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.incident.EntryKind;
import dev.tocsin.oncall.incident.IncidentDocument;
import dev.tocsin.oncall.incident.IncidentResolved;
import dev.tocsin.oncall.incident.Incidents;
import dev.tocsin.oncall.incident.Told;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.logging.Log;

/** Documents to be sent: written with what they tell of, claimed by one relay at a time, kept until delivered. */
@ApplicationScoped
@Transactional
class Outbox implements PanacheRepositoryBase<Notice, UUID> {
    /** Fired when something was put in. */
    record Filled() {}

    /** A document to send, and to whom; without a webhook to where postmortems are written. */
    record Letter(UUID id, int attempt, String body, Optional<UUID> webhook) {}

    /** A receiver as the relay calls it: every secret signs. */
    record Receiver(String url, List<String> secrets) {}

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Audit.Actor TOCSIN = new Audit.Actor(new UUID(0, 0), "Tocsin");
    private static final UUID POSTMORTEMS = new UUID(0, 0);

    private final IncidentDocument.Maker documents;
    private final Incidents incidents;
    private final Webhooks webhooks;
    private final Audit audit;
    private final NoticeConfig config;
    private final ObjectMapper json;
    private final Event<Filled> filled;
    private final Clock clock;

    Outbox(
            IncidentDocument.Maker documents,
            Incidents incidents,
            Webhooks webhooks,
            Audit audit,
            NoticeConfig config,
            ObjectMapper json,
            Event<Filled> filled,
            Clock clock) {
        this.documents = documents;
        this.incidents = incidents;
        this.webhooks = webhooks;
        this.audit = audit;
        this.config = config;
        this.json = json;
        this.filled = filled;
        this.clock = clock;
    }

    /** Joins the transaction that closes the incident. */
    void write(@Observes IncidentResolved resolved) {
        if (config.postmortemUrl().isEmpty()) return;
        flush();
        put(Notice.of(resolved.incidentId(), text(documents.of(resolved.incidentId())), clock.instant()));
    }

    /** Joins the transaction that wrote the line. */
    void write(@Observes Told told) {
        var type = EventType.of(told.kind());
        if (type.isEmpty()) return;
        var receivers = webhooks.wanting(type.get().wire(), told.teamId());
        if (receivers.isEmpty()) return;
        flush();
        var document = type.get() == EventType.RESOLVED
                ? documents.of(told.incidentId())
                : documents.of(type.get().wire(), told);
        var body = text(document);
        for (var webhook : receivers) {
            put(Notice.to(webhook, told.incidentId(), type.get().wire(), body, clock.instant()));
        }
    }

    /** Puts in and wakes the relay after the commit. */
    void put(Notice notice) {
        persist(notice);
        filled.fire(new Filled());
    }

    /** Sends one more time what was delivered or given up. */
    void again(Notice notice) {
        notice.again(clock.instant());
        filled.fire(new Filled());
    }

    /**
     * Claims the oldest document due whose receiver is not among the {@code busy}. An older one of the same incident for
     * the same receiver goes first, unless that one has failed so often that waiting for it would lose the rest.
     */
    Optional<Letter> next(Collection<UUID> busy) {
        var now = clock.instant();
        return Sql.list(
                        getEntityManager(),
                        Object[].class,
                        "update notice set lease_until = ?1, attempts = attempts + 1 where id = (select id from notice n"
                                + " where delivered_at is null and given_up_at is null and due_at <= ?2"
                                + " and (lease_until is null or lease_until <= ?2)"
                                + " and coalesce(webhook_id, ?3) <> all(cast(?4 as uuid[]))"
                                + " and not exists (select 1 from notice o where o.incident_id = n.incident_id"
                                + " and o.webhook_id is not distinct from n.webhook_id and o.attempts < 5"
                                + " and o.delivered_at is null and o.given_up_at is null and o.seq < n.seq)"
                                + " order by due_at limit 1 for update skip locked)"
                                + " returning id, attempts, body, webhook_id",
                        now.plus(LEASE),
                        now,
                        POSTMORTEMS,
                        busy.toArray(UUID[]::new))
                .stream()
                .findFirst()
                .map(row -> new Letter(
                        (UUID) row[0], (Integer) row[1], (String) row[2], Optional.ofNullable((UUID) row[3])));
    }

    /** Where a webhook's letters go; empty when it was switched off or deleted meanwhile. */
    Optional<Receiver> receiver(UUID webhook) {
        return webhooks.find("id = ?1 and deletedAt is null and disabledAt is null", webhook)
                .firstResultOptional()
                .map(found -> new Receiver(found.url, found.secrets(clock.instant())));
    }

    void settle(Letter letter, Post post) {
        var notice = findById(letter.id());
        var now = clock.instant();
        getEntityManager().persist(NoticeTry.of(notice.id, letter.attempt(), now, post));
        if (notice.deliveredAt != null) return;
        letter.webhook().ifPresent(id -> settle(webhooks.findById(id, LockModeType.PESSIMISTIC_WRITE), post));
        if (post.delivered()) {
            notice.delivered(now);
            if (notice.webhookId == null)
                incidents.tell(notice.incidentId, EntryKind.NOTICED, "Handed on for the postmortem", Optional.empty());
        } else if (notice.giveUpAt != null && !notice.giveUpAt.isAfter(now)) {
            notice.failed(post.inWords(), now);
            notice.giveUp(now);
        } else {
            notice.failed(
                    post.inWords(),
                    now.plus(Backoff.after(letter.attempt(), notice.webhookId != null)
                            .multipliedBy(100 + ThreadLocalRandom.current().nextInt(25))
                            .dividedBy(100)));
        }
    }

    /** Its receiver is switched off or deleted. */
    void drop(Letter letter) {
        findById(letter.id()).giveUp(clock.instant());
    }

    private void settle(Webhook webhook, Post post) {
        var now = clock.instant();
        if (post.delivered()) {
            webhook.gotThrough();
            return;
        }
        webhook.failed(now);
        if (webhook.disabledAt != null || !post.gone() && !webhook.isGone(now)) return;
        var why = post.gone()
                ? "the receiver answered 410 Gone"
                : "nothing got through for a day; last: " + post.inWords();
        webhook.disable(why, now);
        update("givenUpAt = ?1 where webhookId = ?2 and deliveredAt is null and givenUpAt is null", now, webhook.id);
        audit.record(TOCSIN, "webhook.disabled", webhook.name, why);
        Log.warnf("webhook switched off id=%s: %s", webhook.id, why);
    }

    private String text(IncidentDocument document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document of ours cannot be written as JSON", e);
        }
    }
}
