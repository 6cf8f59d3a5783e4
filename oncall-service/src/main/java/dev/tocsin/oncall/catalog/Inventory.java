package dev.tocsin.oncall.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Cursor;
import dev.tocsin.oncall.Listing;
import dev.tocsin.oncall.Ref;

/** Tells other rooms which services there are, who owns them, and which policy they follow. */
@ApplicationScoped
@Transactional
public class Inventory {
    private final Services services;

    Inventory(Services services) {
        this.services = services;
    }

    /** A living service. */
    public record Entry(Ref service, UUID teamId, UUID policyId) {
        private static Entry of(Service service) {
            return new Entry(new Ref(service.id, service.name), service.teamId, service.policyId);
        }
    }

    /** All of them, by name. */
    public List<Entry> all() {
        return services.list("deletedAt is null order by lower(name), id").stream()
                .map(Entry::of)
                .toList();
    }

    /** Up to {@code limit} services by name, of one team on request, after the cursor when one is given. */
    public Listing<Entry> page(Optional<UUID> team, String cursor, int limit) {
        var where = new StringBuilder("deletedAt is null");
        var with = new HashMap<String, Object>();
        team.ifPresent(id -> {
            where.append(" and teamId = :team");
            with.put("team", id);
        });
        if (cursor != null) {
            var after = Cursor.read(cursor, 2);
            where.append(" and (lower(name) > :name or lower(name) = :name and id > :id)");
            with.put("name", after.key(0));
            with.put("id", after.uuid(1));
        }
        var found = services.find(where + " order by lower(name), id", with).range(0, limit).stream()
                .map(Entry::of)
                .toList();
        return Listing.upTo(
                limit,
                found,
                entry -> Cursor.of(
                        entry.service().name().toLowerCase(Locale.ROOT),
                        entry.service().id()));
    }

    public Optional<Entry> find(UUID id) {
        return services.present(id).map(Entry::of);
    }
}
