package dev.tocsin.oncall.reply;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import dev.tocsin.oncall.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The texts we were sent. */
@ApplicationScoped
class InboundTexts implements PanacheRepositoryBase<InboundText, String> {

    /** Stores it unless it is here already. */
    void store(
            String sid,
            String sender,
            String recipient,
            String body,
            String raw,
            Optional<String> carrierSays,
            Instant at) {
        getEntityManager()
                .createNativeQuery("insert into inbound_text"
                        + " (message_sid, sender, recipient, body, raw, carrier_says, received_at)"
                        + " values (?1, ?2, ?3, ?4, ?5, cast(?6 as text), ?7) on conflict (message_sid) do nothing")
                .setParameter(1, sid)
                .setParameter(2, sender)
                .setParameter(3, recipient)
                .setParameter(4, body)
                .setParameter(5, raw)
                .setParameter(6, carrierSays.orElse(null))
                .setParameter(7, at)
                .executeUpdate();
    }

    Optional<InboundText> lock(String sid) {
        return Optional.ofNullable(findById(sid, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Texts stored and never understood, because something failed in between. */
    List<String> waiting(Instant before) {
        return Sql.list(
                getEntityManager(),
                String.class,
                "select message_sid from inbound_text where processed_at is null and received_at < ?1"
                        + " order by received_at limit 50",
                before);
    }

    /** Has a text of this number been ignored since then, because of what went before? */
    boolean ignoredSince(String sender, Instant since) {
        return count("sender = ?1 and receivedAt > ?2 and result = ?3", sender, since, Reply.IGNORED) > 0;
    }

    /** The newest {@code count} texts before the one named, for reading. */
    List<InboundText> newest(Instant before, String beforeSid, String result, int count) {
        var only = result == null ? "" : " and result like ?3";
        var where = "(receivedAt < ?1 or receivedAt = ?1 and messageSid < ?2)" + only
                + " order by receivedAt desc, messageSid desc";
        var found = result == null ? find(where, before, beforeSid) : find(where, before, beforeSid, result + "%");
        return found.range(0, count - 1).list();
    }

    /** Texts from this number since then that could not be acted upon. */
    long misses(String sender, Instant since) {
        return count(
                "sender = ?1 and receivedAt > ?2 and result in ?3",
                sender,
                since,
                List.of(Reply.WRONG_CODE, Reply.UNCLEAR));
    }
}
