package dev.tocsin.oncall.people;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.Ref;

/** Who belongs to which team, and names for ids: what schedules, policies and services ask of people. */
@ApplicationScoped
@Transactional
public class Membership {
    private final People people;
    private final Teams teams;

    Membership(People people, Teams teams) {
        this.people = people;
        this.teams = teams;
    }

    /** The team a request names in {@code field}, or a refusal that names the field. */
    public Ref requireTeam(String field, UUID id) {
        return teams.named(field, id).ref();
    }

    /** Those of these teams that have not been deleted. */
    Set<UUID> living(Collection<UUID> ids) {
        return teams.list("id in ?1 and deletedAt is null", ids).stream()
                .map(team -> team.id)
                .collect(Collectors.toSet());
    }

    /** Names of teams, deleted ones too. */
    public Map<UUID, String> teamNames(Collection<UUID> ids) {
        return teams.names(ids);
    }

    /** The enabled members of a team, by name. */
    public List<UUID> enabledMembers(UUID teamId) {
        return people
                .list(
                        "select p from Person p join TeamMember m on m.key.personId = p.id"
                                + " where m.key.teamId = ?1 and p.disabledAt is null order by lower(p.name), p.id",
                        teamId)
                .stream()
                .map(person -> person.id)
                .toList();
    }

    /** The people who run this. */
    public List<UUID> enabledAdmins() {
        return people
                .list("role = ?1 and disabledAt is null and id <> ?2 order by lower(name)", Role.ADMIN, Person.OPERATOR)
                .stream()
                .map(person -> person.id)
                .toList();
    }

    /** The enabled managers of a team, by name: those who own what it owns. */
    public List<UUID> managers(UUID teamId) {
        return people
                .list(
                        "select p from Person p join TeamMember m on m.key.personId = p.id where m.key.teamId = ?1"
                                + " and m.role = ?2 and p.disabledAt is null order by lower(p.name), p.id",
                        teamId,
                        TeamRole.MANAGER)
                .stream()
                .map(person -> person.id)
                .toList();
    }

    /** Those of {@code ids} who are people and not disabled. */
    public Set<UUID> enabled(Collection<UUID> ids) {
        return people.byIds(ids).stream()
                .filter(person -> !person.disabled())
                .map(person -> person.id)
                .collect(Collectors.toSet());
    }

    /** Refuses a request that names somebody who does not exist or may not be on call, naming the field. */
    public void requireEnabled(String field, Collection<UUID> ids) {
        var wrong = new HashSet<>(ids);
        wrong.removeAll(enabled(ids));
        if (!wrong.isEmpty()) throw Problem.badField(field, "names nobody we know, or somebody disabled: " + wrong);
    }

    /** Refuses a request that names in {@code field} somebody who never was; disabled people are known. */
    public void requirePerson(String field, UUID id) {
        if (people.byIds(List.of(id)).isEmpty()) throw Problem.badField(field, "is nobody we know");
    }

    /** Names of people, disabled ones too. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        return people.byIds(ids).stream().collect(Collectors.toMap(person -> person.id, person -> person.name));
    }
}
