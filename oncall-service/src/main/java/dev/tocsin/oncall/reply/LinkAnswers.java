package dev.tocsin.oncall.reply;

import java.time.Clock;
import java.time.ZoneId;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;

import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.catalog.Catalog;
import dev.tocsin.oncall.incident.Acknowledgement;
import dev.tocsin.oncall.incident.Actor;
import dev.tocsin.oncall.incident.Channel;
import dev.tocsin.oncall.incident.IncidentFacts;
import dev.tocsin.oncall.incident.Incidents;
import dev.tocsin.oncall.incident.Wording;
import dev.tocsin.oncall.paging.Links;
import dev.tocsin.oncall.people.Directory;
import dev.tocsin.oncall.reply.LinkResource.About;
import dev.tocsin.oncall.reply.LinkResource.Bearer;
import dev.tocsin.oncall.reply.LinkResource.Done;
import dev.tocsin.oncall.reply.LinkResource.View;

/** Answers by link: what it is about, and the acknowledgement itself. */
@ApplicationScoped
@Transactional
class LinkAnswers {
    private final Links links;
    private final Incidents incidents;
    private final Catalog catalog;
    private final Directory directory;
    private final Clock clock;

    LinkAnswers(Links links, Incidents incidents, Catalog catalog, Directory directory, Clock clock) {
        this.links = links;
        this.incidents = incidents;
        this.catalog = catalog;
        this.directory = directory;
        this.clock = clock;
    }

    View look(String token) {
        var grant = links.read(token).orElseThrow(LinkAnswers::unknown);
        var facts = incidents.facts(grant.incidentId());
        return new View("acknowledge", about(facts), bearer(grant), state(grant, facts), message(grant, facts));
    }

    Done act(String token) {
        var grant = links.use(token).orElseThrow(LinkAnswers::unknown);
        if (!grant.used() && !grant.expired()) {
            var person = directory.find(grant.personId()).orElseThrow();
            var outcome = incidents.acknowledge(grant.incidentId(), Actor.person(person, Channel.LINK));
            var facts = incidents.facts(grant.incidentId());
            var word = switch (outcome) {
                case Acknowledgement.Taken _ -> "taken";
                case Acknowledgement.AlreadyTaken _ -> "already-acknowledged";
                case Acknowledgement.TooLate _ -> "already-resolved";
            };
            return new Done(word, Wording.of(outcome, zone(facts), clock.instant()), about(facts), bearer(grant));
        }
        var facts = incidents.facts(grant.incidentId());
        return new Done(state(grant, facts), message(grant, facts), about(facts), bearer(grant));
    }

    private String state(Links.Grant grant, IncidentFacts facts) {
        return switch (facts.state()) {
            case RESOLVED -> "resolved";
            case ACKNOWLEDGED -> "already-acknowledged";
            case TRIGGERED -> grant.used() ? "used" : grant.expired() ? "expired" : "ready";
        };
    }

    private String message(Links.Grant grant, IncidentFacts facts) {
        return switch (facts.state()) {
            case RESOLVED ->
                Wording.of(
                        new Acknowledgement.TooLate(
                                facts.resolvedBy().orElseThrow(),
                                facts.resolvedAt().orElseThrow()),
                        zone(facts),
                        clock.instant());
            case ACKNOWLEDGED ->
                Wording.of(
                        new Acknowledgement.AlreadyTaken(
                                facts.heldBy().orElseThrow(), facts.heldSince().orElseThrow()),
                        zone(facts),
                        clock.instant());
            case TRIGGERED ->
                grant.used()
                        ? "this link was used before; the incident is open again, see the newest text"
                        : grant.expired() ? "this link is too old; see the newest text" : "press the button to take it";
        };
    }

    private About about(IncidentFacts facts) {
        var service = catalog.service(facts.serviceId()).orElseThrow();
        return new About(
                facts.id(),
                facts.number(),
                facts.title(),
                facts.state().wire(),
                facts.severity().wire(),
                new Ref(service.id(), service.name()),
                new Ref(service.teamId(), service.teamName()),
                facts.triggeredAt());
    }

    private Bearer bearer(Links.Grant grant) {
        return new Bearer(
                directory.find(grant.personId()).map(Directory.PersonRef::name).orElse("somebody"));
    }

    private ZoneId zone(IncidentFacts facts) {
        return catalog.service(facts.serviceId()).orElseThrow().zone();
    }

    private static NotFoundException unknown() {
        return new NotFoundException("this link is not one of ours");
    }
}
