package dev.tocsin.oncall.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    Map<UUID, List<TeamView.MemberView>> membersOf(Collection<UUID> teamIds) {
        if (teamIds.isEmpty()) return Map.of();
        return getEntityManager()
                .createQuery(
                        "select m.key.teamId, p.id, p.name, m.role from TeamMember m join Person p on p.id = m.key.personId"
                                + " where m.key.teamId in :ids order by lower(p.name), p.id",
                        Object[].class)
                .setParameter("ids", teamIds)
                .getResultStream()
                .collect(groupingBy(
                        row -> (UUID) row[0],
                        mapping(
                                row -> new TeamView.MemberView((UUID) row[1], (String) row[2], (TeamRole) row[3]),
                                toList())));
    }

    Optional<TeamRole> roleOf(UUID teamId, UUID personId) {
        return find("key.teamId = ?1 and key.personId = ?2", teamId, personId)
                .singleResultOptional()
                .map(member -> member.role);
    }

    /** Whether the team has a manager beside this person who can still sign in. */
    boolean hasManagerBeside(UUID teamId, UUID personId) {
        return getEntityManager()
                        .createQuery(
                                "select count(m) from TeamMember m join Person p on p.id = m.key.personId"
                                        + " where m.key.teamId = :team and m.key.personId <> :person"
                                        + " and m.role = :role and p.disabledAt is null",
                                Long.class)
                        .setParameter("team", teamId)
                        .setParameter("person", personId)
                        .setParameter("role", TeamRole.MANAGER)
                        .getSingleResult()
                > 0;
    }

    /** Makes somebody a member in this role, whatever they were before. */
    void join(UUID teamId, UUID personId, TeamRole role) {
        getEntityManager()
                .createNativeQuery("insert into team_member (team_id, person_id, role) values (:team, :person, :role)"
                        + " on conflict (team_id, person_id) do update set role = excluded.role")
                .setParameter("team", teamId)
                .setParameter("person", personId)
                .setParameter("role", role.name())
                .executeUpdate();
    }

    boolean leave(UUID teamId, UUID personId) {
        return delete("key.teamId = ?1 and key.personId = ?2", teamId, personId) > 0;
    }

    /** Makes these the only teams of a person: a responder of the new ones, in the old ones what they were. */
    void replace(UUID personId, Set<UUID> teamIds) {
        if (teamIds.isEmpty()) delete("key.personId = ?1", personId);
        else delete("key.personId = ?1 and key.teamId not in ?2", personId, teamIds);
        for (var teamId : teamIds) {
            if (roleOf(teamId, personId).isEmpty()) join(teamId, personId, TeamRole.RESPONDER);
        }
    }

    private static Collector<Object[], ?, Map<UUID, List<Ref>>> groupedRefs() {
        return groupingBy(row -> (UUID) row[0], mapping(row -> new Ref((UUID) row[1], (String) row[2]), toList()));
    }
}
