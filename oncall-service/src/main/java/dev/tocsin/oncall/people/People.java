package dev.tocsin.oncall.people;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;

/** Finds people. */
@ApplicationScoped
class People implements PanacheRepositoryBase<Person, UUID> {

    Optional<Person> byEmail(String email) {
        return find("email = ?1", email.strip().toLowerCase(Locale.ROOT)).singleResultOptional();
    }

    boolean nobodyYet() {
        return count("id <> ?1", Person.OPERATOR) == 0;
    }

    List<Person> byIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** People whose name or address holds {@code text}, by name, after the cursor (name, id) when there is one. */
    List<Person> search(String text, Optional<Cursor> after, int count) {
        var where = "id <> :operator and (lower(name) like :text escape '!' or email like :text escape '!')";
        var with = Parameters.with("operator", Person.OPERATOR).and("text", "%" + escaped(text) + "%");
        if (after.isPresent()) {
            where += " and (lower(name) > :name or lower(name) = :name and id > :id)";
            with = with.and("name", after.get().key(0))
                    .and("id", UUID.fromString(after.get().key(1)));
        }
        return find(where + " order by lower(name), id", with)
                .range(0, count - 1)
                .list();
    }

    private static String escaped(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
    }
}
