package dev.tocsin.oncall.audit;

import java.time.Clock;
import java.util.List;

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

    /** The newest {@code count} entries older than {@code before}. */
    List<AuditEntry> older(long before, int count) {
        return find("seq < ?1 order by seq desc", before).range(0, count - 1).list();
    }
}
