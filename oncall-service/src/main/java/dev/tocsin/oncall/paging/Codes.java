package dev.tocsin.oncall.paging;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.ImaginedTime;
import dev.tocsin.oncall.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/**
 * Gives out the small numbers people answer with: the smallest not used for that person or phone within a day, nor in
 * the last hundred texts, nor for an open incident, so that a late answer never takes another incident. 4 and 6 are left
 * out: alone they are PagerDuty's keys for acknowledge and resolve.
 */
@ApplicationScoped
@Transactional
public class Codes implements PanacheRepositoryBase<ReplyCode, ReplyCode.Key> {
    static final Duration REST = Duration.ofHours(24);
    static final int TEXTS_BETWEEN = 100;
    private static final Set<Integer> HABITS = Set.of(4, 6);

    /** What a code stands for. */
    public record Meaning(UUID personId, UUID incidentId) {}

    /** An open incident that a person was paged for. */
    public record OpenForThem(int code, long number, String title, String state, UUID incidentId, UUID personId) {}

    /** The person's number for this incident; the same as before if they had one. */
    int take(UUID personId, UUID incidentId, String address, Instant now) {
        var given = findByIdOptional(new ReplyCode.Key(personId, incidentId));
        if (given.isPresent()) {
            given.get().lastUsed = now;
            return given.get().code;
        }
        // A rehearsal's numbers are never used, and it must not make a real page wait.
        if (!ImaginedTime.rules()) {
            lock("person " + personId);
            lock("phone " + address);
        }
        int code = smallestNotIn(inUse(personId, address, now));
        persist(ReplyCode.of(personId, incidentId, address, code, now));
        return code;
    }

    /** The incident meant by a number, said by one of these people (who share a phone); its latest use counts. */
    public Optional<Meaning> meaning(Collection<UUID> people, int code) {
        return find("personId in ?1 and code = ?2 order by lastUsed desc", people, code)
                .firstResultOptional()
                .map(given -> new Meaning(given.personId, given.incidentId));
    }

    /** What is open for these people, oldest first. */
    public List<OpenForThem> open(Collection<UUID> people) {
        if (people.isEmpty()) return List.of();
        return Sql.list(
                        getEntityManager(),
                        Object[].class,
                        "select c.code, i.number, i.title, i.state, i.id, c.person_id from reply_code c"
                                + " join incident i on i.id = c.incident_id"
                                + " where c.person_id in (?1) and i.state <> 'RESOLVED' order by i.number, c.code",
                        people)
                .stream()
                .map(row -> new OpenForThem(
                        ((Number) row[0]).intValue(),
                        ((Number) row[1]).longValue(),
                        (String) row[2],
                        (String) row[3],
                        (UUID) row[4],
                        (UUID) row[5]))
                .toList();
    }

    static int smallestNotIn(Set<Integer> taken) {
        int code = 1;
        while (taken.contains(code) || HABITS.contains(code)) code++;
        return code;
    }

    private Set<Integer> inUse(UUID personId, String address, Instant now) {
        return new HashSet<>(Sql.list(
                getEntityManager(),
                Integer.class,
                "select c.code from reply_code c join incident i on i.id = c.incident_id"
                        + " where (c.person_id = ?1 or c.address = ?2)"
                        + " and (c.last_used > ?3 or i.state <> 'RESOLVED')"
                        + " union (select code from reply_code where person_id = ?1 order by last_used desc limit ?4)"
                        + " union (select code from reply_code where address = ?2 order by last_used desc limit ?4)",
                personId,
                address,
                now.minus(REST),
                TEXTS_BETWEEN));
    }

    /** Held to the end of the transaction. People are locked before phones, so no two wait for each other. */
    private void lock(String what) {
        Sql.list(
                getEntityManager(),
                String.class,
                "select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)",
                what);
    }
}
