package dev.tocsin.oncall.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Finds teams that were not deleted. */
@ApplicationScoped
class Teams implements PanacheRepositoryBase<Team, UUID> {

    Optional<Team> present(UUID id) {
        return find("id = ?1 and deletedAt is null", id).singleResultOptional();
    }

    Optional<Team> named(String name) {
        return find("lower(name) = lower(?1) and deletedAt is null", name.strip())
                .singleResultOptional();
    }

    /** Teams by name, after the cursor (name, id) when there is one. */
    List<Team> after(Optional<Cursor> cursor, int count) {
        var query = cursor.isEmpty()
                ? find("deletedAt is null order by lower(name), id")
                : find(
                        "deletedAt is null and (lower(name) > ?1 or lower(name) = ?1 and id > ?2)"
                                + " order by lower(name), id",
                        cursor.get().key(0),
                        UUID.fromString(cursor.get().key(1)));
        return query.range(0, count - 1).list();
    }
}
