package dev.tocsin.oncall.paging;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Breath;
import dev.tocsin.oncall.ImaginedTime;
import dev.tocsin.oncall.Sql;
import dev.tocsin.oncall.incident.StillWanted;
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
    private static final String CLAIM_DUE_BUT_TEXTS = CLAIM.formatted(
            ", state = 'LEASED'", "state = 'DUE' and due_at <= ?3 and kind <> 'SMS' order by priority, due_at");
    private static final String CLAIM_DUE_TEXTS = CLAIM.formatted(
            ", state = 'LEASED'", "state = 'DUE' and due_at <= ?3 and kind = 'SMS' order by priority, due_at");
    private static final String CLAIM_LOST =
            CLAIM.formatted("", "state = 'INTENT' and lease_until <= ?3 order by lease_until");

    private static final String COMPANION = "(bundled_into = ?1 and state = 'BUNDLED' or method_id = ?2"
            + " and state in ('DUE', 'LEASED') and held_since is not null and id <> ?1)";

    private static final int LOOKS = 5;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(4);

    /** Takes up to {@code limit} due pages, the most urgent first. */
    List<Claimed> claimDue(UUID owner, Instant now, Instant until, int limit) {
        return claim(CLAIM_DUE, owner, now, until, limit);
    }

    /** Takes due texts only. */
    List<Claimed> claimDueTexts(UUID owner, Instant now, Instant until, int limit) {
        return limit == 0 ? List.of() : claim(CLAIM_DUE_TEXTS, owner, now, until, limit);
    }

    /** Takes what is due and no text. */
    List<Claimed> claimDueButTexts(UUID owner, Instant now, Instant until, int limit) {
        return limit == 0 ? List.of() : claim(CLAIM_DUE_BUT_TEXTS, owner, now, until, limit);
    }

    /** Held to the end of the transaction: pages of one method are counted one after the other. */
    void lockMethod(UUID methodId) {
        if (ImaginedTime.rules()) return; // a rehearsal must not make a real page wait
        Sql.list(
                getEntityManager(),
                String.class,
                "select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)",
                "method " + methodId);
    }

    /** When messages went to a method since then; those being sent count as sent now. */
    List<Instant> sentTo(UUID methodId, Instant since, Instant now) {
        return Sql.list(
                getEntityManager(),
                Instant.class,
                "select sent_at from page where method_id = ?1 and sent_at > ?2"
                        + " and state not in ('DUE', 'LEASED', 'BUNDLED') union all"
                        + " select cast(?3 as timestamptz) from page where method_id = ?1 and state = 'INTENT'"
                        + " and sent_at is null",
                methodId,
                since,
                now);
    }

    /**
     * Whether this incident has been told to this person by a page that was meant to go earlier. Ways that were asked
     * for at the same moment are all first: a text does not wait because a webhook was quicker.
     */
    boolean toldBefore(Page page) {
        return count(
                        "incidentId = ?1 and personId = ?2 and id <> ?3 and staleAt < ?4 and state in ?5",
                        page.incidentId,
                        page.personId,
                        page.id,
                        page.staleAt,
                        List.of(PageState.INTENT, PageState.ACCEPTED, PageState.DELIVERED, PageState.BUNDLED))
                > 0;
    }

    /** A page that one message could stand for; {@code named} when it does already. */
    record Companion(UUID page, StillWanted.Asked asked, boolean named) {}

    /**
     * What this message names, and what waits for the same method because of its limits; their rows are locked. A row
     * that is being claimed at this moment is free a moment later, and belongs to it too; what stays locked is left out,
     * since waiting for it here could make two wait for each other.
     */
    List<Companion> companions(Page page, int limit) {
        getEntityManager().flush();
        for (int look = 1; ; look++) {
            var found = lockCompanions(page, limit);
            if (look == LOOKS || found.size() >= Math.min(limit, countCompanions(page))) return found;
            Breath.taken(BETWEEN_LOOKS);
        }
    }

    private int countCompanions(Page page) {
        return Sql.list(
                        getEntityManager(),
                        Long.class,
                        "select count(*) from page where " + COMPANION,
                        page.id,
                        page.methodId)
                .getFirst()
                .intValue();
    }

    private List<Companion> lockCompanions(Page page, int limit) {
        return Sql.list(
                        getEntityManager(),
                        Object[].class,
                        "select id, incident_id, person_id, cycle, step, state = 'BUNDLED' from page where " + COMPANION
                                + " order by priority, due_at limit ?3 for update skip locked",
                        page.id,
                        page.methodId,
                        limit)
                .stream()
                .map(row -> new Companion(
                        (UUID) row[0],
                        new StillWanted.Asked(
                                (UUID) row[1],
                                (UUID) row[2],
                                ((Number) row[3]).intValue(),
                                ((Number) row[4]).intValue()),
                        (Boolean) row[5]))
                .toList();
    }

    /** One message stands for these too. */
    void bundle(Page into, Collection<UUID> pages) {
        if (pages.isEmpty()) return;
        update(
                "state = ?1, bundledInto = ?2, leaseOwner = null, leaseUntil = null where id in ?3",
                PageState.BUNDLED,
                into.id,
                pages);
    }

    /** These are named by no other message any more, and their own turn comes. */
    void unbundle(Collection<UUID> pages, Instant now) {
        if (pages.isEmpty()) return;
        update("state = ?1, bundledInto = null, sentAt = null, dueAt = ?2 where id in ?3", PageState.DUE, now, pages);
    }

    /** What a page stands for besides itself. */
    List<Bundle.Item> bundledInto(UUID pageId) {
        return Sql.list(
                        getEntityManager(),
                        Object[].class,
                        "select p.id, i.id, i.number, s.name from page p join incident i on i.id = p.incident_id"
                                + " join service s on s.id = i.service_id"
                                + " where p.bundled_into = ?1 and p.state = 'BUNDLED' order by i.number",
                        pageId)
                .stream()
                .map(row ->
                        new Bundle.Item((UUID) row[0], (UUID) row[1], ((Number) row[2]).longValue(), (String) row[3]))
                .toList();
    }

    /** The numbers of these pages' incidents. */
    Map<UUID, Long> numbersOf(Collection<UUID> pageIds) {
        if (pageIds.isEmpty()) return Map.of();
        return Sql.list(
                        getEntityManager(),
                        Object[].class,
                        "select p.id, i.number from page p join incident i on i.id = p.incident_id where p.id in (?1)",
                        pageIds)
                .stream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Number) row[1]).longValue()));
    }

    /** Pages whose bundle did not go out, or did not arrive. */
    List<Claimed> orphans(int limit) {
        return Sql.list(
                        getEntityManager(),
                        Object[].class,
                        "select p.id, p.incident_id from page p join page c on c.id = p.bundled_into"
                                + " where p.state = 'BUNDLED' and c.state in ('FAILED', 'CANCELLED', 'EXPIRED')"
                                + " limit ?1",
                        limit)
                .stream()
                .map(row -> new Claimed((UUID) row[0], (UUID) row[1]))
                .toList();
    }

    /** Takes pages whose request was begun and never settled. */
    List<Claimed> claimLost(UUID owner, Instant now, Instant until, int limit) {
        return claim(CLAIM_LOST, owner, now, until, limit);
    }

    /** Claims that ended without an intent: nothing was sent, so they are simply due again. Waits for nobody. */
    void freeAbandoned(Instant now) {
        getEntityManager()
                .createNativeQuery("update page set state = 'DUE', lease_owner = null, lease_until = null where id in ("
                        + "select id from page where state = 'LEASED' and lease_until <= ?1 for update skip locked)")
                .setParameter(1, now)
                .executeUpdate();
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
