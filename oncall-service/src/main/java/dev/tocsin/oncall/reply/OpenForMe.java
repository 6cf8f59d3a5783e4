package dev.tocsin.oncall.reply;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.Sql;
import dev.tocsin.oncall.escalation.Responders;
import dev.tocsin.oncall.incident.Incidents;
import dev.tocsin.oncall.incident.Pages;
import dev.tocsin.oncall.paging.Codes;
import dev.tocsin.oncall.paging.Codes.OpenForThem;
import dev.tocsin.oncall.paging.PageLinks;
import dev.tocsin.oncall.paging.SmsText;
import dev.tocsin.oncall.people.Directory;
import dev.tocsin.oncall.people.Directory.PersonRef;

/** Answers "status" and "who" in a text or two. */
@ApplicationScoped
class OpenForMe {
    private static final int SERVICES = 12;
    private static final int LISTED = 20;

    private record Served(String name, UUID policyId) {}

    private final Codes codes;
    private final Incidents incidents;
    private final Pages pages;
    private final Responders responders;
    private final Directory directory;
    private final PageLinks links;
    private final EntityManager database;
    private final Clock clock;

    OpenForMe(
            Codes codes,
            Incidents incidents,
            Pages pages,
            Responders responders,
            Directory directory,
            PageLinks links,
            EntityManager database,
            Clock clock) {
        this.codes = codes;
        this.incidents = incidents;
        this.pages = pages;
        this.responders = responders;
        this.directory = directory;
        this.links = links;
        this.database = database;
        this.clock = clock;
    }

    /** The codes of what is open for them: "1a: #12 checkout is down; 2a: #13 search is slow (taken)". */
    String status(List<PersonRef> people) {
        var open = codes.open(Answers.ids(people));
        if (open.isEmpty()) return "Nothing is open for you.";
        var items = open.stream().limit(LISTED).map(OpenForMe::coded).toList();
        return SmsList.of("", items, open.size(), links.openIncidents());
    }

    /** Who has each of them; when nothing is open, who is on call for the services of their teams. */
    String who(List<PersonRef> people) {
        var open = codes.open(Answers.ids(people));
        if (open.isEmpty()) return onCall(people);
        var told = pages.told(
                open.stream().map(OpenForThem::incidentId).limit(LISTED).toList());
        var items = open.stream()
                .limit(LISTED)
                .map(one -> "%d #%d: %s".formatted(one.code(), one.number(), holder(one, told)))
                .toList();
        return SmsList.of("", items, open.size(), links.openIncidents());
    }

    private String onCall(List<PersonRef> people) {
        var services = services(people);
        if (services.isEmpty()) return "Nothing is open for you, and your teams have no service.";
        var now = clock.instant();
        var items = services.stream()
                .limit(SERVICES)
                .map(service -> "%s: %s"
                        .formatted(SmsText.cut(service.name(), 30), names(responders.at(service.policyId(), 0, now))))
                .toList();
        return SmsList.of("Nothing is open for you. On call: ", items, services.size(), links.onCall());
    }

    private List<Served> services(List<PersonRef> people) {
        return Sql.list(
                        database,
                        Object[].class,
                        "select distinct s.name, s.policy_id from service s"
                                + " join team_member m on m.team_id = s.team_id"
                                + " where m.person_id in (?1) and s.deleted_at is null order by s.name limit 200",
                        Answers.ids(people))
                .stream()
                .map(row -> new Served((String) row[0], (UUID) row[1]))
                .toList();
    }

    private String names(List<UUID> people) {
        if (people.isEmpty()) return "nobody";
        return people.stream()
                .flatMap(id -> directory.find(id).stream())
                .map(PersonRef::name)
                .collect(Collectors.joining(", "));
    }

    private String holder(OpenForThem one, Map<UUID, List<Ref>> told) {
        var held = incidents.facts(one.incidentId()).heldBy();
        if (held.isPresent()) return held.get() + " has it";
        var paged = told.getOrDefault(one.incidentId(), List.of());
        if (paged.isEmpty()) return "nobody yet";
        return "paging " + paged.stream().map(Ref::name).collect(Collectors.joining(", "));
    }

    private static String coded(OpenForThem one) {
        return "%da: #%d %s%s"
                .formatted(
                        one.code(),
                        one.number(),
                        SmsText.cut(one.title(), 30),
                        one.state().equals("ACKNOWLEDGED") ? " (taken)" : "");
    }
}
