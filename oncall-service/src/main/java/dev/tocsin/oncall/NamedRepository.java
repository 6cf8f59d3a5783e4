package dev.tocsin.oncall;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.ws.rs.NotFoundException;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Finds what has an {@code id}, a {@code name} that is unique among the living, and a {@code deletedAt}. */
public interface NamedRepository<E> extends PanacheRepositoryBase<E, UUID> {

    /** What a row is called in a sentence: "team". */
    String noun();

    /** The row's id and name. */
    Ref ref(E row);

    /** The row, unless it was deleted. */
    default Optional<E> present(UUID id) {
        return find("id = ?1 and deletedAt is null", id).singleResultOptional();
    }

    /** The row, or a 404. */
    default E require(UUID id) {
        return present(id).orElseThrow(() -> new NotFoundException("there is no %s %s".formatted(noun(), id)));
    }

    /** The row a request names in {@code field}, or a refusal that names the field. */
    default E named(String field, UUID id) {
        return present(id).orElseThrow(() -> Problem.badField(field, "is not a " + noun()));
    }

    /** Refuses a name that another row has. */
    default void refuseTaken(String name, UUID except) {
        var taken = count("lower(name) = lower(?1) and id <> ?2 and deletedAt is null", name.strip(), except);
        if (taken > 0) throw Problem.conflict("there is already a %s named %s".formatted(noun(), name.strip()));
    }

    /** Names by id, of deleted rows too. */
    default Map<UUID, String> names(Collection<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        return list("id in ?1", ids).stream().map(this::ref).collect(Collectors.toMap(Ref::id, Ref::name));
    }

    /** Up to {@code limit} living rows by name, after the cursor when one is given. */
    default Listing<E> page(String cursor, int limit) {
        var found = cursor == null ? find("deletedAt is null order by lower(name), id") : after(Cursor.read(cursor, 2));
        Function<E, Cursor> cursorOf = row -> Cursor.of(ref(row).name().toLowerCase(Locale.ROOT), ref(row).id());
        List<E> rows = found.range(0, limit).list();
        return Listing.upTo(limit, rows, cursorOf);
    }

    private PanacheQuery<E> after(Cursor cursor) {
        return find(
                "deletedAt is null and (lower(name) > ?1 or lower(name) = ?1 and id > ?2) order by lower(name), id",
                cursor.key(0),
                cursor.uuid(1));
    }
}
