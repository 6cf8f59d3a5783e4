package dev.tocsin.oncall.people;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;

import dev.tocsin.oncall.Cursor;
import dev.tocsin.oncall.Listing;
import dev.tocsin.oncall.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;

/** Finds people. */
@ApplicationScoped
class People implements PanacheRepositoryBase<Person, UUID> {

    Optional<Person> byEmail(String email) {
        return find("email = ?1", email.strip().toLowerCase(Locale.ROOT)).singleResultOptional();
    }

    /** Somebody, disabled or not, or a 404; the operator is nobody here. */
    Person require(UUID id) {
        return find("id = ?1 and id <> ?2", id, Person.OPERATOR)
                .singleResultOptional()
                .orElseThrow(() -> new NotFoundException("there is no person " + id));
    }

    /** Whether an enabled administrator other than this person remains. */
    boolean hasAdminBeside(UUID id) {
        return count("role = ?1 and disabledAt is null and id <> ?2", Role.ADMIN, id) > 0;
    }

    void refuseTaken(String email, UUID except) {
        if (byEmail(email).filter(person -> !person.id.equals(except)).isPresent())
            throw Problem.conflict("somebody already has the e-mail address " + email.strip());
    }

    boolean nobodyYet() {
        return count("id <> ?1", Person.OPERATOR) == 0;
    }

    List<Person> byIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** Whom to list: a text in name or address, and perhaps one role, or only those disabled or not. */
    record Sought(String text, Optional<Role> role, Optional<Boolean> disabled) {}

    /** Up to {@code limit} of those sought, by name, after the cursor if any. */
    Listing<Person> search(Sought sought, String cursor, int limit) {
        var where = "id <> :operator and (lower(name) like :text escape '!' or email like :text escape '!')";
        var with = Parameters.with("operator", Person.OPERATOR).and("text", "%" + escaped(sought.text()) + "%");
        if (sought.role().isPresent()) {
            where += " and role = :role";
            with = with.and("role", sought.role().get());
        }
        if (sought.disabled().isPresent())
            where += sought.disabled().get() ? " and disabledAt is not null" : " and disabledAt is null";
        if (cursor != null) {
            var after = Cursor.read(cursor, 2);
            where += " and (lower(name) > :name or lower(name) = :name and id > :id)";
            with = with.and("name", after.key(0)).and("id", after.uuid(1));
        }
        var found =
                find(where + " order by lower(name), id", with).range(0, limit).list();
        return Listing.upTo(limit, found, person -> Cursor.of(person.name.toLowerCase(Locale.ROOT), person.id));
    }

    private static String escaped(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
    }
}
