package dev.tocsin.oncall.incident;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Whom to tell when nobody is on call: the team's members who can be reached, else the admins. */
@ApplicationScoped
class LastResort {
    private final EntityManager database;
    private final Pages pages;

    LastResort(EntityManager database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    List<UUID> peopleFor(UUID teamId) {
        var members = reachable(
                "select p.id from person p join team_member m on m.person_id = p.id"
                        + " where m.team_id = ?1 and p.disabled_at is null order by p.name",
                teamId);
        return members.isEmpty()
                ? reachable("select p.id from person p where p.role = 'ADMIN' and p.disabled_at is null order by p.name")
                : members;
    }

    @SuppressWarnings("unchecked") // a native query of one uuid column
    private List<UUID> reachable(String sql, Object... parameters) {
        var query = database.createNativeQuery(sql, UUID.class);
        for (int i = 0; i < parameters.length; i++) query.setParameter(i + 1, parameters[i]);
        return ((List<UUID>) query.getResultList()).stream().filter(pages::canReach).toList();
    }
}
