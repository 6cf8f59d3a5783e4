package dev.tocsin.oncall.reply;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.catalog.Catalog;
import dev.tocsin.oncall.incident.Acknowledgement;
import dev.tocsin.oncall.incident.Actor;
import dev.tocsin.oncall.incident.Channel;
import dev.tocsin.oncall.incident.Clockface;
import dev.tocsin.oncall.incident.IncidentFacts;
import dev.tocsin.oncall.incident.Incidents;
import dev.tocsin.oncall.incident.Promotion;
import dev.tocsin.oncall.incident.Resolution;
import dev.tocsin.oncall.incident.Snooze;
import dev.tocsin.oncall.incident.Wording;
import dev.tocsin.oncall.paging.Codes;
import dev.tocsin.oncall.paging.Codes.OpenForThem;
import dev.tocsin.oncall.paging.SmsText;
import dev.tocsin.oncall.people.Directory.PersonRef;

/** Does what commands say to the incidents they name, and words the answer. Joins the caller's transaction. */
@ApplicationScoped
class Deeds {
    static final String HOW = "Send 1a to take, 1r to resolve, 1e to escalate, 1s30 to snooze 30 min, with the number"
            + " from the text. Also: ack all, who, status.";

    /** In one text; the answer says that there are more. */
    private static final int MOST_AT_ONCE = 100;

    private final Incidents incidents;
    private final Catalog catalog;
    private final Codes codes;
    private final OpenForMe openForMe;
    private final Clock clock;

    Deeds(Incidents incidents, Catalog catalog, Codes codes, OpenForMe openForMe, Clock clock) {
        this.incidents = incidents;
        this.catalog = catalog;
        this.codes = codes;
        this.openForMe = openForMe;
        this.clock = clock;
    }

    Reply of(List<PersonRef> people, List<Command> commands) {
        if (commands.size() > 1) lockInOrder(people, commands);
        return Reply.joined(
                commands.stream().map(command -> one(people, command)).toList());
    }

    private Reply one(List<PersonRef> people, Command command) {
        return switch (command) {
            case Command.Acknowledge(var code) -> on(people, code, this::acknowledge);
            case Command.AcknowledgeAll _ -> acknowledgeAll(people);
            case Command.Resolve(var code) ->
                code.isPresent() ? on(people, code, this::resolve) : on(people, code, this::resolveIfTheirs);
            case Command.Escalate(var code) -> on(people, code, this::escalate);
            case Command.Snooze(var code, var length)
            when fits(length) -> on(people, code, (by, incident) -> snooze(by, incident, length));
            case Command.Snooze _ -> Reply.say(Reply.UNCLEAR, "A snooze takes 1 minute to 7 days, as in: snooze 1 30");
            case Command.Help _ -> Reply.say("help", "Tocsin. " + HOW);
            case Command.Status _ -> Reply.say("status", openForMe.status(people));
            case Command.Who _ -> Reply.say("who", openForMe.who(people));
            case Command.ResolveAll _ ->
                Reply.say(Reply.UNCLEAR, "To resolve, name each one. " + openForMe.status(people));
            case Command.Stop _, Command.Start _, Command.Unclear _ ->
                Reply.say(Reply.UNCLEAR, "Not understood. " + HOW);
        };
    }

    /** Without a code only when there is one thing it can mean: another may have come while they typed. */
    private Reply on(List<PersonRef> people, OptionalInt code, BiFunction<PersonRef, UUID, Reply> deed) {
        if (code.isPresent()) {
            return codes.meaning(Answers.ids(people), code.getAsInt())
                    .map(meant -> deed.apply(person(people, meant.personId()), meant.incidentId()))
                    .orElseGet(() -> wrong(code.getAsInt()));
        }
        var open = codes.open(Answers.ids(people));
        var ids = open.stream().map(OpenForThem::incidentId).distinct().toList();
        if (ids.isEmpty()) return Reply.say("nothing-open", "Nothing is open for you.");
        if (ids.size() > 1) return Reply.say("ambiguous", "Which one? " + openForMe.status(people));
        return deed.apply(person(people, open.getFirst().personId()), ids.getFirst());
    }

    private Reply acknowledge(PersonRef by, UUID incident) {
        var outcome = incidents.acknowledge(incident, Actor.person(by, Channel.SMS));
        var facts = incidents.facts(incident);
        return switch (outcome) {
            case Acknowledgement.Taken _ ->
                Reply.say("acknowledged", "Acknowledged %s. You have it.".formatted(named(facts)));
            case Acknowledgement.AlreadyTaken _, Acknowledgement.TooLate _ ->
                tooLate(facts, Wording.of(outcome, zone(facts), clock.instant()));
        };
    }

    private Reply acknowledgeAll(List<PersonRef> people) {
        var waiting = codes.open(Answers.ids(people)).stream()
                .filter(one -> one.state().equals("TRIGGERED"))
                .toList();
        if (waiting.isEmpty()) return Reply.say("nothing-open", "Nothing is waiting for you.");
        var now = waiting.stream().limit(MOST_AT_ONCE).toList();
        now.stream().map(OpenForThem::incidentId).distinct().sorted().forEach(incidents::lock);
        long taken = now.stream()
                .filter(one -> incidents.acknowledge(
                                one.incidentId(), Actor.person(person(people, one.personId()), Channel.SMS))
                        instanceof Acknowledgement.Taken)
                .count();
        var more = waiting.size() > now.size()
                ? " %d more are waiting: send ack all again.".formatted(waiting.size() - now.size())
                : "";
        return Reply.say("acknowledged", "Acknowledged %d. You have them.%s".formatted(taken, more));
    }

    private Reply resolve(PersonRef by, UUID incident) {
        var outcome = incidents.resolve(incident, Actor.person(by, Channel.SMS));
        var facts = incidents.facts(incident);
        return switch (outcome) {
            case Resolution.Closed _ -> Reply.say("resolved", "Resolved %s.".formatted(named(facts)));
            case Resolution.AlreadyClosed _ -> tooLate(facts, Wording.of(outcome, zone(facts), clock.instant()));
        };
    }

    /** A bare "resolve" needs more than a bare "ack": they must hold it, and so have read about it. */
    private Reply resolveIfTheirs(PersonRef by, UUID incident) {
        var facts = incidents.lock(incident);
        if (facts.heldBy().filter(by.name()::equals).isPresent()) return resolve(by, incident);
        return Reply.say("ambiguous", "To resolve, name it. " + openForMe.status(List.of(by)));
    }

    private Reply escalate(PersonRef by, UUID incident) {
        var outcome = incidents.escalate(incident, Actor.person(by, Channel.SMS));
        var facts = incidents.facts(incident);
        return switch (outcome) {
            case Promotion.Escalated(int step) ->
                Reply.say("escalated", "Escalated %s: step %d is paged.".formatted(named(facts), step));
            case Promotion.TooLate(var who, var at) ->
                tooLate(facts, Wording.of(new Resolution.AlreadyClosed(who, at), zone(facts), clock.instant()));
        };
    }

    private Reply snooze(PersonRef by, UUID incident, Duration length) {
        var outcome = incidents.snooze(incident, Actor.person(by, Channel.SMS), length);
        var facts = incidents.facts(incident);
        return switch (outcome) {
            case Snooze.Until(var at) ->
                Reply.say(
                        "snoozed",
                        "Snoozed %s until %s."
                                .formatted(named(facts), Clockface.read(at, zone(facts), clock.instant())));
            case Snooze.TooLate(var who, var at) ->
                tooLate(facts, Wording.of(new Resolution.AlreadyClosed(who, at), zone(facts), clock.instant()));
        };
    }

    private static boolean fits(Duration length) {
        return length.compareTo(Snooze.SHORTEST) >= 0 && length.compareTo(Snooze.LONGEST) <= 0;
    }

    private static Reply wrong(int code) {
        return Reply.say(Reply.WRONG_CODE, "No incident was sent to you with the number %d. %s".formatted(code, HOW));
    }

    private Reply tooLate(IncidentFacts facts, String wording) {
        return Reply.say("too-late", "%s: %s.".formatted(named(facts), wording));
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

    /** Two texts that name the same incidents in another order must not wait for each other. */
    private void lockInOrder(List<PersonRef> people, List<Command> commands) {
        commands.stream()
                .flatMapToInt(Deeds::code)
                .mapToObj(code -> codes.meaning(Answers.ids(people), code)
                        .map(Codes.Meaning::incidentId)
                        .orElse(null))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .forEach(incidents::lock);
    }

    private static IntStream code(Command command) {
        return switch (command) {
            case Command.Acknowledge(var code) -> code.stream();
            case Command.Resolve(var code) -> code.stream();
            case Command.Escalate(var code) -> code.stream();
            case Command.Snooze snooze -> snooze.code().stream();
            default -> IntStream.empty();
        };
    }

    private static PersonRef person(List<PersonRef> people, UUID id) {
        return people.stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
