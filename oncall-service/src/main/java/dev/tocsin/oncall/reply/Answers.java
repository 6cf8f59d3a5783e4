package dev.tocsin.oncall.reply;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.catalog.Catalog;
import dev.tocsin.oncall.incident.Acknowledgement;
import dev.tocsin.oncall.incident.Actor;
import dev.tocsin.oncall.incident.Channel;
import dev.tocsin.oncall.incident.IncidentFacts;
import dev.tocsin.oncall.incident.Incidents;
import dev.tocsin.oncall.incident.Resolution;
import dev.tocsin.oncall.incident.Wording;
import dev.tocsin.oncall.paging.Codes;
import dev.tocsin.oncall.paging.SmsText;
import dev.tocsin.oncall.people.Directory;
import dev.tocsin.oncall.people.Directory.PersonRef;

/**
 * Understands a text and does what it says. Joins the caller's transaction. A stranger gets silence; a code works only
 * from the number it was sent to; whoever guesses codes is no longer answered.
 */
@ApplicationScoped
class Answers {
    private static final int MISSES_AN_HOUR = 10;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String HOW = "Reply 4a to acknowledge or 4r to resolve, with the number from the text.";

    private final Incidents incidents;
    private final Directory directory;
    private final Catalog catalog;
    private final Codes codes;
    private final InboundTexts texts;
    private final Clock clock;

    Answers(Incidents incidents, Directory directory, Catalog catalog, Codes codes, InboundTexts texts, Clock clock) {
        this.incidents = incidents;
        this.directory = directory;
        this.catalog = catalog;
        this.codes = codes;
        this.texts = texts;
        this.clock = clock;
    }

    Reply to(String sender, String body) {
        var commands = Command.parse(body);
        switch (commands.getFirst()) {
            case Command.Stop _ -> {
                directory.optOut(sender, true);
                return Reply.silence("stopped");
            }
            case Command.Start _ -> {
                directory.optOut(sender, false);
                return Reply.silence("started");
            }
            default -> {
                var people = directory.byPhone(sender);
                if (people.isEmpty()) return Reply.silence("unknown-number");
                if (texts.misses(sender, clock.instant().minus(HOUR)) >= MISSES_AN_HOUR) {
                    return Reply.silence("too-many-misses");
                }
                return joined(
                        commands.stream().map(command -> one(people, command)).toList());
            }
        }
    }

    private Reply one(List<PersonRef> people, Command command) {
        return switch (command) {
            case Command.Acknowledge(var code) ->
                code.isPresent() ? acknowledge(people, code.getAsInt()) : acknowledgeTheOnly(people);
            case Command.Resolve(int code) -> resolve(people, code);
            case Command.Help _ -> Reply.say("help", "Tocsin. " + HOW + " Reply status for what is open.");
            case Command.Status _ -> Reply.say("status", open(people));
            case Command.Unclear _ -> Reply.say(Reply.UNCLEAR, "Not understood. " + HOW);
            case Command.Stop _, Command.Start _ -> Reply.silence("carrier-word");
        };
    }

    private Reply acknowledge(List<PersonRef> people, int code) {
        return codes.meaning(ids(people), code)
                .map(meant -> acknowledge(person(people, meant.personId()), meant.incidentId()))
                .orElseGet(() -> wrong(code));
    }

    /** Without a code only when there is one thing it can mean: another may have come while they typed. */
    private Reply acknowledgeTheOnly(List<PersonRef> people) {
        var open = codes.open(ids(people));
        var incidentsOpen =
                open.stream().map(Codes.OpenForThem::incidentId).distinct().toList();
        if (incidentsOpen.isEmpty()) return Reply.say("nothing-open", "Nothing is open for you.");
        if (incidentsOpen.size() > 1) return Reply.say("ambiguous", "Which one? " + open(people));
        return acknowledge(person(people, open.getFirst().personId()), incidentsOpen.getFirst());
    }

    private Reply acknowledge(PersonRef by, UUID incident) {
        var outcome = incidents.acknowledge(incident, Actor.person(by, Channel.SMS));
        var facts = incidents.facts(incident);
        return switch (outcome) {
            case Acknowledgement.Taken _ ->
                Reply.say("acknowledged", "Acknowledged %s. You have it.".formatted(named(facts)));
            case Acknowledgement.AlreadyTaken _, Acknowledgement.TooLate _ ->
                Reply.say(
                        "too-late",
                        "%s: %s.".formatted(named(facts), Wording.of(outcome, zone(facts), clock.instant())));
        };
    }

    private Reply resolve(List<PersonRef> people, int code) {
        return codes.meaning(ids(people), code)
                .map(meant -> {
                    var by = Actor.person(person(people, meant.personId()), Channel.SMS);
                    var outcome = incidents.resolve(meant.incidentId(), by);
                    var facts = incidents.facts(meant.incidentId());
                    return switch (outcome) {
                        case Resolution.Closed _ -> Reply.say("resolved", "Resolved %s.".formatted(named(facts)));
                        case Resolution.AlreadyClosed _ ->
                            Reply.say(
                                    "too-late",
                                    "%s: %s."
                                            .formatted(
                                                    named(facts), Wording.of(outcome, zone(facts), clock.instant())));
                    };
                })
                .orElseGet(() -> wrong(code));
    }

    private String open(List<PersonRef> people) {
        var open = codes.open(ids(people));
        if (open.isEmpty()) return "Nothing is open for you.";
        return open.stream()
                .map(one -> "%da: #%d %s%s"
                        .formatted(
                                one.code(),
                                one.number(),
                                SmsText.cut(one.title(), 30),
                                one.state().equals("ACKNOWLEDGED") ? " (taken)" : ""))
                .collect(Collectors.joining("; "));
    }

    private static Reply wrong(int code) {
        return Reply.say(Reply.WRONG_CODE, "No incident was sent to you with the number %d. %s".formatted(code, HOW));
    }

    private static Reply joined(List<Reply> replies) {
        if (replies.size() == 1) return replies.getFirst();
        return new Reply(
                replies.stream().map(Reply::result).distinct().collect(Collectors.joining(",")),
                Optional.of(
                        replies.stream().flatMap(reply -> reply.text().stream()).collect(Collectors.joining(" "))));
    }

    private String named(IncidentFacts facts) {
        var service = catalog.service(facts.serviceId())
                .map(Catalog.ServiceFacts::name)
                .orElse("");
        return "#%d %s: %s".formatted(facts.number(), SmsText.cut(service, 30), SmsText.cut(facts.title(), 60));
    }

    private ZoneId zone(IncidentFacts facts) {
        return catalog.service(facts.serviceId()).orElseThrow().zone();
    }

    private static List<UUID> ids(List<PersonRef> people) {
        return people.stream().map(PersonRef::id).toList();
    }

    private static PersonRef person(List<PersonRef> people, UUID id) {
        return people.stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
