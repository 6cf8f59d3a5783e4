package dev.tocsin.oncall.paging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Announcements in the database, and the claims by which replicas share them. */
@ApplicationScoped
class AnnouncementRepository implements PanacheRepositoryBase<Announcement, UUID> {

    boolean known(String dedupKey) {
        return count("dedupKey", dedupKey) > 0;
    }

    /** Somebody's newest test pages, newest first. */
    List<Announcement> tests(UUID personId, int most) {
        return find("personId = ?1 and purpose = ?2 order by createdAt desc, id", personId, Announcement.Purpose.TEST)
                .page(0, most)
                .list();
    }

    Optional<Announcement> test(UUID personId, UUID id) {
        return find("id = ?1 and personId = ?2 and purpose = ?3", id, personId, Announcement.Purpose.TEST)
                .singleResultOptional();
    }

    /** Due ones, and those whose sender never came back; nothing is sent twice by two replicas at once. */
    List<UUID> claim(Instant now, Instant until, int limit) {
        return Sql.list(
                getEntityManager(),
                UUID.class,
                "update announcement set state = 'SENDING', attempt = attempt + 1, lease_until = ?1 where id in ("
                        + "select id from announcement where state = 'DUE' and due_at <= ?2"
                        + " or state = 'SENDING' and lease_until <= ?2 and purpose = 'NOTICE'"
                        + " order by due_at limit ?3 for update skip locked) returning id",
                until,
                now,
                limit);
    }
}
