package dev.tocsin.oncall.people;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Ref;

/** Gathers what is shown of people: teams and phones for many of them with one query each. */
@ApplicationScoped
class Views {
    private final ContactMethods methods;
    private final TeamMembers members;

    Views(ContactMethods methods, TeamMembers members) {
        this.methods = methods;
        this.members = members;
    }

    PersonView of(Person person, Onlooker onlooker) {
        return of(List.of(person), onlooker).getFirst();
    }

    List<PersonView> of(List<Person> people, Onlooker onlooker) {
        var ids = people.stream().map(person -> person.id).toList();
        var teams = members.teamsOf(ids);
        var phones = phones(ids);
        return people.stream()
                .map(person -> view(person, teams.getOrDefault(person.id, List.of()), phones.get(person.id), onlooker))
                .toList();
    }

    private Map<UUID, String> phones(List<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        return methods.ofAll(ids).stream()
                .filter(method -> method.kind == Directory.Kind.SMS)
                .collect(Collectors.toMap(m -> m.personId, m -> m.address, (first, second) -> first));
    }

    private static PersonView view(Person person, List<Ref> teams, String phone, Onlooker onlooker) {
        return new PersonView(
                person.id,
                person.name,
                person.email,
                person.role,
                person.zone(),
                person.mustChangePassword,
                person.disabled() && !person.id.equals(Person.OPERATOR),
                phone == null || onlooker.mayRead(person.id) ? phone : Phones.masked(phone),
                teams,
                person.version);
    }
}
