package dev.tocsin.postmortem.lease;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;

import dev.tocsin.postmortem.facts.Ref;

/** Takes, keeps and gives back leases; each lasts 120 s unless its holder gives another sign. */
@ApplicationScoped
class Leases {
    static final Duration LENGTH = Duration.ofSeconds(120);

    private static final String CLAIM = """
            insert into lease (postmortem_id, holder_id, holder_name, taken_at, until)
            select id, :holder, :name, :now, :until from postmortem where id = :id
            on conflict (postmortem_id) do update set
                taken_at = case when lease.holder_id = excluded.holder_id and lease.until > :now
                                then lease.taken_at else excluded.taken_at end,
                holder_id = excluded.holder_id, holder_name = excluded.holder_name, until = excluded.until
            where lease.holder_id = excluded.holder_id or lease.until <= :now or :over""";

    private static final String READ = """
            select p.version as version, p.updated_by_id as writer, p.updated_by_name as writer_name,
                   l.holder_id as holder, l.holder_name as holder_name, l.taken_at as taken_at, l.until as until
            from postmortem p left join lease l on l.postmortem_id = p.id and l.until > :now
            where p.id = :id""";

    private final EntityManager database;
    private final Clock clock;

    Leases(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Takes it when it is free, keeps it when it is one's own; another's only {@code over} their head. */
    @Transactional
    LeaseView claim(UUID postmortem, Ref by, boolean over) {
        var now = clock.instant();
        database.createNativeQuery(CLAIM)
                .setParameter("id", postmortem)
                .setParameter("holder", by.id())
                .setParameter("name", by.name())
                .setParameter("now", now)
                .setParameter("until", now.plus(LENGTH))
                .setParameter("over", over)
                .executeUpdate();
        return read(postmortem);
    }

    /**
     * Gives back one's own; another's stays. So does one's own that was claimed since: an old page's farewell may come
     * after the claim of the page that took its place.
     */
    @Transactional
    LeaseView release(UUID postmortem, Ref by, Optional<Instant> until) {
        database.createNativeQuery(
                        "delete from lease where postmortem_id = :id and holder_id = :holder and until <= :until")
                .setParameter("id", postmortem)
                .setParameter("holder", by.id())
                .setParameter("until", until.orElseGet(() -> clock.instant().plus(LENGTH)))
                .executeUpdate();
        return read(postmortem);
    }

    @Transactional
    LeaseView read(UUID postmortem) {
        @SuppressWarnings("unchecked") // what a native query of tuples returns
        List<Tuple> rows = database.createNativeQuery(READ, Tuple.class)
                .setParameter("id", postmortem)
                .setParameter("now", clock.instant())
                .getResultList();
        if (rows.isEmpty()) throw new NotFoundException("no postmortem " + postmortem);
        var row = rows.getFirst();
        return new LeaseView(
                person(row, "holder"),
                Optional.ofNullable(row.get("taken_at", Instant.class)),
                Optional.ofNullable(row.get("until", Instant.class)),
                row.get("version", Integer.class),
                person(row, "writer"));
    }

    private static Optional<Ref> person(Tuple row, String column) {
        return Optional.ofNullable(row.get(column + "_name", String.class))
                .map(name -> new Ref(row.get(column, UUID.class), name));
    }
}
