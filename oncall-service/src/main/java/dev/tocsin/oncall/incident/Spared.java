package dev.tocsin.oncall.incident;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.catalog.Catalog;
import dev.tocsin.oncall.escalation.Escalation;
import dev.tocsin.oncall.escalation.Responders;
import dev.tocsin.oncall.incident.Decisions.Decision;
import dev.tocsin.oncall.incident.Decisions.Reason;
import dev.tocsin.oncall.incident.Decisions.Verdict;

/** Writes down who slept on because somebody answered in time: the people of the step that would have been next. */
@ApplicationScoped
class Spared {
    private final Responders responders;
    private final Decisions decisions;
    private final Chronicle chronicle;
    private final Catalog catalog;

    Spared(Responders responders, Decisions decisions, Chronicle chronicle, Catalog catalog) {
        this.responders = responders;
        this.decisions = decisions;
        this.chronicle = chronicle;
        this.catalog = catalog;
    }

    /** {@code dueNext} is when the next step would have begun. */
    void by(Actor who, Incident incident, Instant dueNext, Instant now) {
        var plan = responders.plan(incident.policyId);
        var zone = catalog.service(incident.serviceId).orElseThrow().zone();
        for (var next : Escalation.ahead(plan, incident.position(), dueNext, 1)) {
            var text = "%s was not paged: %s acknowledged at %s, before step %d at %s";
            for (var person : responders.at(incident.policyId, next.step() - 1, dueNext)) {
                if (incident.heldById != null && incident.heldById.equals(person)) continue;
                var name = chronicle.name(person);
                decisions.record(new Decision(
                        incident.id,
                        incident.cycle,
                        next.step(),
                        Optional.of(new Ref(person, name)),
                        Optional.empty(),
                        Verdict.NOT_PAGED,
                        Reason.ALREADY_ACKNOWLEDGED,
                        text.formatted(
                                name,
                                who.name(),
                                Clockface.readWithZone(now, zone, now),
                                next.step(),
                                Clockface.readWithZone(dueNext, zone, now)),
                        Optional.of("/policies/" + incident.policyId)));
            }
        }
    }
}
