package dev.tocsin.oncall.paging;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Pages in the database, and the claims by which workers share them. */
@ApplicationScoped
class PageRepository implements PanacheRepositoryBase<Page, UUID> {
    /** A page somebody claimed, and whose incident must be locked before it is touched. */
    record Claimed(UUID page, UUID incident) {}

    private static final String CLAIM = "update page set lease_owner = ?1, lease_until = ?2%s where id in ("
            + "select id from page where %s limit ?4 for update skip locked) returning id, incident_id";
    private static final String CLAIM_DUE =
            CLAIM.formatted(", state = 'LEASED'", "state = 'DUE' and due_at <= ?3 order by priority, due_at");
    private static final String CLAIM_LOST =
            CLAIM.formatted("", "state = 'INTENT' and lease_until <= ?3 order by lease_until");

    /** Takes up to {@code limit} due pages, the most urgent first. */
    List<Claimed> claimDue(UUID owner, Instant now, Instant until, int limit) {
        return claim(CLAIM_DUE, owner, now, until, limit);
    }

    /** Takes pages whose request was begun and never settled. */
    List<Claimed> claimLost(UUID owner, Instant now, Instant until, int limit) {
        return claim(CLAIM_LOST, owner, now, until, limit);
    }

    /** Claims that ended without an intent: nothing was sent, so they are simply due again. */
    int freeAbandoned(Instant now) {
        return update(
                "state = ?1, leaseOwner = null, leaseUntil = null where state = ?2 and leaseUntil <= ?3",
                PageState.DUE,
                PageState.LEASED,
                now);
    }

    int cancelUnsent(UUID incidentId) {
        return update(
                "state = ?1, leaseOwner = null, leaseUntil = null where incidentId = ?2 and state in ?3",
                PageState.CANCELLED,
                incidentId,
                List.of(PageState.DUE, PageState.LEASED));
    }

    int cancelUnsent(UUID incidentId, UUID personId) {
        return update(
                "state = ?1, leaseOwner = null, leaseUntil = null"
                        + " where incidentId = ?2 and personId = ?3 and state in ?4",
                PageState.CANCELLED,
                incidentId,
                personId,
                List.of(PageState.DUE, PageState.LEASED));
    }

    List<Page> of(UUID incidentId) {
        return list("incidentId = ?1 order by createdAt, step, dueAt, person", incidentId);
    }

    /** The pages of one step. */
    List<Page> ofStep(Page page) {
        return list("incidentId = ?1 and cycle = ?2 and step = ?3", page.incidentId, page.cycle, page.step);
    }

    boolean hasNewer(Page page) {
        return count(
                        "incidentId = ?1 and personId = ?2 and createdAt > ?3 and state not in ?4",
                        page.incidentId,
                        page.personId,
                        page.createdAt,
                        List.of(PageState.FAILED, PageState.CANCELLED, PageState.EXPIRED))
                > 0;
    }

    Optional<UUID> incidentOf(UUID pageId) {
        return Sql.list(getEntityManager(), UUID.class, "select incident_id from page where id = ?1", pageId).stream()
                .findFirst();
    }

    /** Seconds that the oldest due page has waited; 0 when none does. */
    double oldestDueSeconds(Instant now) {
        var oldest = getEntityManager()
                .createQuery("select min(p.dueAt) from Page p where p.state = ?1 and p.dueAt <= ?2", Instant.class)
                .setParameter(1, PageState.DUE)
                .setParameter(2, now)
                .getSingleResult();
        return oldest == null ? 0 : Duration.between(oldest, now).toMillis() / 1000.0;
    }

    List<Object[]> toldNow(Collection<UUID> incidentIds) {
        return Sql.list(
                getEntityManager(),
                Object[].class,
                "select distinct p.incident_id, p.person_id, p.person from page p"
                        + " join incident i on i.id = p.incident_id and i.cycle = p.cycle"
                        + " where p.incident_id in (?1) order by p.person",
                incidentIds);
    }

    private List<Claimed> claim(String sql, UUID owner, Instant now, Instant until, int limit) {
        return Sql.list(getEntityManager(), Object[].class, sql, owner, until, now, limit).stream()
                .map(row -> new Claimed((UUID) row[0], (UUID) row[1]))
                .toList();
    }
}
