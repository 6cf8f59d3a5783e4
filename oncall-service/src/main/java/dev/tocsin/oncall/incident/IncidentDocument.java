package dev.tocsin.oncall.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.catalog.Catalog;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An incident as other systems are given it; the example is {@code src/test/contracts/incident-resolved.json}.
 */
@RegisterForReflection
public record IncidentDocument(String type, Instant timestamp, Data data) {

    @RegisterForReflection
    public record Data(Facts incident, List<IncidentDetail.Entry> timeline, List<Sent> pages) {}

    @RegisterForReflection
    public record Facts(
            UUID id,
            long number,
            String title,
            String severity,
            String urgency,
            Ref service,
            Ref team,
            String zone,
            Instant triggeredAt,
            Instant acknowledgedAt,
            IncidentRow.Taker acknowledgedBy,
            Instant resolvedAt,
            IncidentRow.Closer resolvedBy,
            Duration timeToAcknowledge,
            Duration timeToResolve,
            int signals,
            String source,
            String checkId,
            String client,
            String clientUrl) {}

    @RegisterForReflection
    public record Sent(
            Ref person, int step, int cycle, String method, Instant sentAt, Instant deliveredAt, String state) {}

    /** Puts the document together, in the caller's transaction. */
    @ApplicationScoped
    public static class Maker {
        private final IncidentRepository incidents;
        private final Timeline timeline;
        private final Pages pages;
        private final Catalog catalog;
        private final Clock clock;

        Maker(IncidentRepository incidents, Timeline timeline, Pages pages, Catalog catalog, Clock clock) {
            this.incidents = incidents;
            this.timeline = timeline;
            this.pages = pages;
            this.catalog = catalog;
            this.clock = clock;
        }

        public IncidentDocument of(UUID id) {
            var incident = incidents.known(id);
            return new IncidentDocument(
                    "incident.resolved",
                    clock.instant(),
                    new Data(
                            facts(incident),
                            timeline.of(id).stream()
                                    .map(IncidentDetail.Entry::of)
                                    .toList(),
                            pages.of(id).stream().map(Maker::sent).toList()));
        }

        /** What just happened, in the same shape: the facts as they are now, and the one line that tells it. */
        public IncidentDocument of(String type, Told told) {
            return new IncidentDocument(
                    type,
                    clock.instant(),
                    new Data(facts(incidents.known(told.incidentId())), List.of(told.entry()), List.of()));
        }

        private Facts facts(Incident i) {
            var service = catalog.service(i.serviceId).orElseThrow();
            var taken = IncidentRow.firstTaken(i);
            return new Facts(
                    i.id,
                    i.number,
                    i.title,
                    i.severity.wire(),
                    i.urgency.wire(),
                    new Ref(service.id(), service.name()),
                    new Ref(service.teamId(), service.teamName()),
                    service.zone().getId(),
                    i.triggeredAt,
                    i.firstAcknowledgedAt,
                    taken.map(IncidentRow.Taken::by).orElse(null),
                    i.resolvedAt,
                    IncidentRow.closer(i),
                    taken.map(at -> Duration.between(i.triggeredAt, at.at())).orElse(null),
                    i.resolvedAt == null ? null : Duration.between(i.triggeredAt, i.resolvedAt),
                    i.signals,
                    i.source,
                    i.checkId,
                    i.client,
                    i.clientUrl);
        }

        private static Sent sent(Pages.PageView page) {
            return new Sent(
                    page.person(),
                    page.step(),
                    page.cycle(),
                    page.method(),
                    page.sentAt(),
                    page.deliveredAt(),
                    page.state());
        }
    }
}
