package dev.tocsin.dashboard.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.tocsin.dashboard.search.SearchClients.Check;
import dev.tocsin.dashboard.search.SearchClients.Company;
import dev.tocsin.dashboard.search.SearchClients.Incident;
import dev.tocsin.dashboard.search.SearchClients.Named;
import dev.tocsin.dashboard.search.SearchClients.Report;
import dev.tocsin.dashboard.web.Address;
import dev.tocsin.dashboard.web.Answer;
import dev.tocsin.dashboard.web.Items;

import static dev.tocsin.dashboard.web.Language.say;

/** What was found, group by group; groups without a hit are left out, those of a silent service say so. Pure. */
public record Found(List<Group> groups) {
    /** @param trouble why this group is not known, else null; {@code more} leads to the list it was taken from */
    public record Group(String title, String icon, List<Hit> hits, String trouble, String more) {}

    /** @param at when it began, or null; {@code state} a state to show as a badge, or empty */
    public record Hit(String href, String name, String under, Instant at, String state) {}

    static Found of(
            String q, int most, Answer<Company> company, Answer<Items<Check>> checks, Answer<Items<Report>> reports) {
        var words = say(SearchWords.class);
        var groups = new ArrayList<Group>();
        if (company.down()) {
            groups.add(silent(words.incidentsPeopleServices(), "incident", company));
        } else {
            var all = company.value();
            add(
                    groups,
                    words.incidents(),
                    "incident",
                    all.incidents(),
                    Found::hit,
                    more(new Address("/incidents").with("state", "all"), q, most, all.incidents()));
            add(groups, words.services(), "service", all.services(), named("/services/"), null);
            add(
                    groups,
                    words.people(),
                    "person",
                    all.people(),
                    named("/people/"),
                    more(new Address("/people"), q, most, all.people()));
            add(groups, words.teams(), "people", all.teams(), named("/teams/"), null);
            add(groups, words.schedules(), "oncall", all.schedules(), named("/schedules/"), null);
            add(groups, words.escalationPolicies(), "up", all.policies(), named("/policies/"), null);
        }
        if (checks.down()) groups.add(silent(words.checks(), "check", checks));
        else {
            var found = checks.value().items();
            add(groups, words.checks(), "check", found, Found::hit, more(new Address("/checks"), q, most, found));
        }
        if (reports.down()) groups.add(silent(words.postmortems(), "postmortem", reports));
        else {
            var found = reports.value().items();
            add(
                    groups,
                    words.postmortems(),
                    "postmortem",
                    found,
                    Found::hit,
                    more(new Address("/postmortems"), q, most, found));
        }
        return new Found(List.copyOf(groups));
    }

    /** Whether there is nothing, and nobody was silent. */
    public boolean nothing() {
        return groups.isEmpty();
    }

    public int hits() {
        return groups.stream().mapToInt(group -> group.hits().size()).sum();
    }

    private static <T> void add(
            List<Group> groups, String title, String icon, List<T> found, Function<T, Hit> hit, String more) {
        if (!found.isEmpty())
            groups.add(new Group(title, icon, found.stream().map(hit).toList(), null, more));
    }

    private static Group silent(String title, String icon, Answer<?> answer) {
        return new Group(title, icon, List.of(), answer.trouble(), null);
    }

    private static String more(Address list, String q, int most, List<?> found) {
        return found.size() < most ? null : list.with("q", q).path();
    }

    private static Hit hit(Incident incident) {
        return new Hit(
                "/incidents/" + incident.id(),
                "#%d %s".formatted(incident.number(), incident.title()),
                incident.service(),
                incident.triggeredAt(),
                incident.state());
    }

    private static Hit hit(Check check) {
        return new Hit(
                "/checks/" + check.id(),
                check.name(),
                check.reason() == null ? "" : check.reason(),
                null,
                check.state());
    }

    private static Hit hit(Report report) {
        var under = report.hook() == null || report.hook().isBlank()
                ? report.service().name()
                : report.hook();
        return new Hit(report.href(), report.title(), under, null, report.state());
    }

    private static Function<Named, Hit> named(String folder) {
        return one -> new Hit(folder + one.id(), one.name(), one.under(), null, "");
    }
}
