package dev.tocsin.oncall.incident;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import dev.tocsin.oncall.Sql;
import dev.tocsin.oncall.Urgency;
import dev.tocsin.oncall.people.Membership;

/** Whom to tell when nobody is on call: the team's members who can be reached, else the admins. */
@ApplicationScoped
class LastResort {
    private final EntityManager database;
    private final Membership membership;
    private final Pages pages;

    LastResort(EntityManager database, Membership membership, Pages pages) {
        this.database = database;
        this.membership = membership;
        this.pages = pages;
    }

    List<UUID> peopleFor(UUID teamId, Urgency urgency) {
        var members = reachable(membership.enabledMembers(teamId), urgency);
        return members.isEmpty() ? reachable(admins(), urgency) : members;
    }

    private List<UUID> reachable(List<UUID> people, Urgency urgency) {
        return people.stream().filter(person -> pages.canReach(person, urgency)).toList();
    }

    private List<UUID> admins() {
        return Sql.list(
                database,
                UUID.class,
                "select id from person where role = 'ADMIN' and disabled_at is null order by name");
    }
}
