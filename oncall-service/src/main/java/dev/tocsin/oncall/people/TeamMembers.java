package dev.tocsin.oncall.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collector;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Ref;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

/** Finds and changes who is in which team. */
@ApplicationScoped
class TeamMembers implements PanacheRepositoryBase<TeamMember, TeamMember.Key> {

    /** The living teams of each of these people, by name. */
    Map<UUID, List<Ref>> teamsOf(Collection<UUID> personIds) {
        if (personIds.isEmpty()) return Map.of();
        return getEntityManager()
                .createQuery(
                        "select m.key.personId, t.id, t.name from TeamMember m join Team t on t.id = m.key.teamId"
                                + " where m.key.personId in :ids and t.deletedAt is null order by lower(t.name), t.id",
                        Object[].class)
                .setParameter("ids", personIds)
                .getResultStream()
                .collect(groupedRefs());
    }

    /** The members of each of these teams, by name. */
    Map<UUID, List<Ref>> membersOf(Collection<UUID> teamIds) {
        if (teamIds.isEmpty()) return Map.of();
        return getEntityManager()
                .createQuery(
                        "select m.key.teamId, p.id, p.name from TeamMember m join Person p on p.id = m.key.personId"
                                + " where m.key.teamId in :ids order by lower(p.name), p.id",
                        Object[].class)
                .setParameter("ids", teamIds)
                .getResultStream()
                .collect(groupedRefs());
    }

    /** Makes somebody a member; nothing happens to members. */
    void join(UUID teamId, UUID personId) {
        getEntityManager()
                .createNativeQuery(
                        "insert into team_member (team_id, person_id) values (:team, :person) on conflict do nothing")
                .setParameter("team", teamId)
                .setParameter("person", personId)
                .executeUpdate();
    }

    boolean leave(UUID teamId, UUID personId) {
        return delete("key.teamId = ?1 and key.personId = ?2", teamId, personId) > 0;
    }

    /** Makes these the only teams of a person. */
    void replace(UUID personId, Set<UUID> teamIds) {
        delete("key.personId = ?1", personId);
        teamIds.forEach(teamId -> join(teamId, personId));
    }

    private static Collector<Object[], ?, Map<UUID, List<Ref>>> groupedRefs() {
        return groupingBy(row -> (UUID) row[0], mapping(row -> new Ref((UUID) row[1], (String) row[2]), toList()));
    }
}
