package dev.tocsin.monitor.check;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.Problem;
import dev.tocsin.monitor.database.Database;

/** Which check stands behind which. Never in a circle: what waits for itself would page nobody. */
@ApplicationScoped
class Ancestry {
    private final Database database;

    Ancestry(Database database) {
        this.database = database;
    }

    Set<UUID> of(UUID child) {
        return Set.copyOf(
                database.list("select parent from check_parent where child = ?", row -> row.uuid("parent"), child));
    }

    /** Of many at once; those without parents are left out. */
    Map<UUID, Set<UUID>> all(Collection<UUID> children) {
        return database
                .list(
                        "select child, parent from check_parent where child = any(?::uuid[])",
                        row -> Map.entry(row.uuid("child"), row.uuid("parent")),
                        children)
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    /**
     * Puts a check behind these, instead of behind those before. Inside the caller's transaction.
     *
     * @throws Problem.Refusal when one of them does not exist or stands behind this check itself
     */
    void put(UUID child, Set<UUID> parents) {
        if (parents.equals(of(child))) return;
        // One edit at a time: two at once could close a circle that neither of them sees.
        database.list("select pg_advisory_xact_lock(hashtext('check parents'))", _ -> true);
        var known = database.list(
                "select id from checks where id = any(?) and deleted_at is null", row -> row.uuid("id"), parents);
        for (var parent : new TreeSet<>(parents))
            if (!known.contains(parent)) throw Problem.badField("parentIds", "names no check that exists: " + parent);
        database.list("""
                        with recursive below(id) as (
                            select ?::uuid union
                            select child from check_parent join below on parent = below.id)
                        select name from checks join below using (id) where id = any(?) order by name
                        """, row -> row.text("name"), child, parents).stream()
                .findFirst()
                .ifPresent(name -> {
                    throw Problem.badField(
                            "parentIds", "would close a circle: \"%s\" stands behind this check".formatted(name));
                });
        database.update("delete from check_parent where child = ?", child);
        database.update("insert into check_parent select ?, unnest(?::uuid[])", child, parents);
    }

    /** A check that goes away is nobody's parent and nobody's child. */
    void forget(UUID check) {
        database.update("delete from check_parent where child = ? or parent = ?", check, check);
    }
}
