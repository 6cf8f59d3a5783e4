package dev.tocsin.oncall.audit;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

/** The audit log in the database. */
@ApplicationScoped
class AuditLog implements Audit, PanacheRepository<AuditEntry> {
    private final Clock clock;

    AuditLog(Clock clock) {
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Actor actor, String action, String subject, String detail) {
        persist(AuditEntry.of(actor, action, subject, detail, clock.instant()));
    }

    /**
     * The newest {@code count} entries older than {@code before}, of one person and with {@code words} in their action
     * or subject on request.
     */
    List<AuditEntry> older(long before, int count, Optional<UUID> actor, Optional<String> words) {
        var where = new StringBuilder("seq < :before");
        var with = new HashMap<String, Object>(Map.of("before", before));
        actor.ifPresent(id -> {
            where.append(" and actorId = :actor");
            with.put("actor", id);
        });
        words.ifPresent(text -> {
            where.append(" and (locate(:words, lower(action)) > 0 or locate(:words, lower(subject)) > 0)");
            with.put("words", text.toLowerCase(Locale.ROOT));
        });
        return find(where + " order by seq desc", with).range(0, count - 1).list();
    }
}
