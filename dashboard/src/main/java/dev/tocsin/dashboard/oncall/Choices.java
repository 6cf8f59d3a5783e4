package dev.tocsin.dashboard.oncall;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.dashboard.web.Group;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Option;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** What forms offer to choose from, read anew for each form. */
@ApplicationScoped
public class Choices {
    private final ChoicesClient client;

    Choices(@RestClient ChoicesClient client) {
        this.client = client;
    }

    public List<Option> teams(String bearer) {
        return options(ONCALL.call(() -> Items.all(cursor -> client.teams(bearer, Items.MOST, cursor))));
    }

    public List<Option> people(String bearer) {
        return ONCALL.call(() -> Items.all(cursor -> client.people(bearer, Items.MOST, cursor))).stream()
                .filter(person -> !person.disabled())
                .map(person -> new Option(person.id().toString(), person.name()))
                .toList();
    }

    public List<Option> policies(String bearer) {
        return options(ONCALL.call(() -> Items.all(cursor -> client.policies(bearer, Items.MOST, cursor))));
    }

    /** Everything a step of a policy can page, as {@code kind:id}. */
    List<Group> targets(String bearer) {
        var words = say(PolicyWords.class);
        var schedules = ONCALL.call(() -> Items.all(cursor -> client.schedules(bearer, Items.MOST, cursor)));
        return Stream.of(
                        new Group(words.whoeverIsOnCallIn(), kind("schedule", options(schedules))),
                        new Group(words.aPerson(), kind("person", people(bearer))),
                        new Group(words.everybodyOfATeam(), kind("team", teams(bearer))))
                .filter(group -> !group.options().isEmpty())
                .toList();
    }

    /** Everybody and everything an incident can be handed to, as {@code kind:id}. */
    public List<Group> holders(String bearer) {
        var words = say(PolicyWords.class);
        var schedules = ONCALL.call(() -> Items.all(cursor -> client.schedules(bearer, Items.MOST, cursor)));
        return Stream.of(
                        new Group(words.aPerson(), kind("person", people(bearer))),
                        new Group(words.whoeverIsOnCallIn(), kind("schedule", options(schedules))),
                        new Group(words.anotherPolicyFromItsFirstStep(), kind("policy", policies(bearer))))
                .filter(group -> !group.options().isEmpty())
                .toList();
    }

    private static List<Option> options(List<Ref> refs) {
        return refs.stream()
                .map(ref -> new Option(ref.id().toString(), ref.name()))
                .toList();
    }

    private static List<Option> kind(String kind, List<Option> options) {
        return options.stream()
                .map(option -> new Option(kind + ":" + option.value(), option.label()))
                .toList();
    }
}
