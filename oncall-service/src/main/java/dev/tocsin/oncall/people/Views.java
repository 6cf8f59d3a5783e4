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
        var methodsOf = ids.isEmpty()
                ? Map.<UUID, List<ContactMethod>>of()
                : methods.ofAll(ids).stream().collect(Collectors.groupingBy(method -> method.personId));
        return people.stream()
                .map(person -> view(
                        person,
                        teams.getOrDefault(person.id, List.of()),
                        methodsOf.getOrDefault(person.id, List.of()),
                        onlooker))
                .toList();
    }

    private static PersonView view(Person person, List<Ref> teams, List<ContactMethod> methods, Onlooker onlooker) {
        var phone = methods.stream()
                .filter(method -> method.kind == Directory.Kind.SMS)
                .map(method -> method.address)
                .findFirst()
                .orElse(null);
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
                !person.disabled() && methods.stream().anyMatch(ContactMethod::mayBePaged),
                person.version);
    }
}
