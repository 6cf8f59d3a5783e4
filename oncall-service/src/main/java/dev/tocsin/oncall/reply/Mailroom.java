package dev.tocsin.oncall.reply;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Sql;
import dev.tocsin.oncall.paging.Announcements;
import dev.tocsin.oncall.paging.Calls;
import dev.tocsin.oncall.paging.DeliveryReports;
import dev.tocsin.oncall.paging.SmsText;
import dev.tocsin.oncall.people.Directory;
import io.quarkus.logging.Log;

/**
 * Keeps what the carrier brings: first the raw thing, committed; then what it means, once. What failed in between is
 * taken up again by the sweep.
 */
@ApplicationScoped
@Transactional
class Mailroom {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final InboundTexts texts;
    private final Answers answers;
    private final DeliveryReports reports;
    private final Calls calls;
    private final Directory directory;
    private final Announcements announcements;
    private final EntityManager database;
    private final Clock clock;

    Mailroom(
            InboundTexts texts,
            Answers answers,
            DeliveryReports reports,
            Calls calls,
            Directory directory,
            Announcements announcements,
            EntityManager database,
            Clock clock) {
        this.texts = texts;
        this.answers = answers;
        this.reports = reports;
        this.calls = calls;
        this.directory = directory;
        this.announcements = announcements;
        this.database = database;
        this.clock = clock;
    }

    void storeText(String sid, String sender, String recipient, String body, String raw, Optional<String> carrierSays) {
        texts.store(sid, sender, recipient, body, raw, carrierSays, clock.instant());
    }

    /** Does what the text says, or repeats the answer when that was done already. */
    Optional<String> understandText(String sid) {
        var text = texts.lock(sid).orElseThrow();
        if (text.processedAt == null) {
            var reply = answers.to(text.sender, text.body, Optional.ofNullable(text.carrierSays));
            text.understood(reply, clock.instant());
            Log.infof("text understood sid=%s result=%s", sid, reply.result());
        }
        return Optional.ofNullable(text.reply).map(reply -> SmsText.cut(reply, SmsList.TWO_PARTS));
    }

    /**
     * Does what an old text says. The carrier no longer waits for an answer, so it goes out as a message of its own.
     */
    void takeUpText(String sid) {
        var text = texts.lock(sid).orElseThrow();
        if (text.processedAt != null) return;
        var answer = understandText(sid);
        if (answer.isEmpty()) return;
        for (var person : directory.byPhone(text.sender)) {
            announcements.tell(person.id(), "Your answer", answer.get(), "late answer " + sid + " " + person.id());
        }
    }

    void storeReport(String sid, String status, Optional<UUID> attempt, Optional<String> errorCode, String raw) {
        database.createNativeQuery("insert into delivery_report"
                        + " (id, message_sid, status, attempt_id, error_code, raw, received_at)"
                        + " values (?1, ?2, ?3, cast(?4 as uuid), cast(?5 as text), ?6, ?7)"
                        + " on conflict (message_sid, status) do nothing")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, sid)
                .setParameter(3, status)
                .setParameter(4, attempt.map(UUID::toString).orElse(null))
                .setParameter(5, errorCode.orElse(null))
                .setParameter(6, raw)
                .setParameter(7, clock.instant())
                .executeUpdate();
    }

    void understandReport(String sid, String status) {
        var waiting = Sql.list(
                database,
                Object[].class,
                "update delivery_report set processed_at = ?1 where message_sid = ?2 and status = ?3"
                        + " and processed_at is null returning attempt_id, error_code",
                clock.instant(),
                sid,
                status);
        for (var row : waiting) {
            var attempt = Optional.ofNullable((UUID) row[0]);
            var errorCode = Optional.ofNullable((String) row[1]);
            if (sid.startsWith("CA")) calls.report(sid, status, attempt, errorCode);
            else reports.take(sid, status, attempt, errorCode);
        }
    }

    List<String> textsLeftOver() {
        return texts.waiting(before());
    }

    /** Message id and status of each report stored and not understood. */
    List<Object[]> reportsLeftOver() {
        return Sql.list(
                database,
                Object[].class,
                "select message_sid, status from delivery_report where processed_at is null and received_at < ?1"
                        + " order by received_at limit 50",
                before());
    }

    private Instant before() {
        return clock.instant().minus(PATIENCE);
    }
}
