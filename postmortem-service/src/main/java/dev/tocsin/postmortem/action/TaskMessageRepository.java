package dev.tocsin.postmortem.action;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Timeouts;

/** Where what people are to be told waits. */
@ApplicationScoped
class TaskMessageRepository implements PanacheRepositoryBase<TaskMessage, UUID> {
    /** Those whose time has come and which no other replica holds. */
    List<TaskMessage> due(Instant now, int limit) {
        return find("nextTryAt <= ?1 order by nextTryAt, id", now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .page(0, limit)
                .list();
    }
}
