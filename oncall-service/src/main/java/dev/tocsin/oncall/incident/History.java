package dev.tocsin.oncall.incident;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.catalog.Catalog;
import dev.tocsin.oncall.incident.ImportResource.Past;
import dev.tocsin.oncall.people.Directory;

/** Writes incidents that are over already, as they would stand here had they happened here. */
@ApplicationScoped
class History {
    private static final int FLUSH_EACH = 100;

    private final IncidentRepository incidents;
    private final Timeline timeline;
    private final Catalog catalog;
    private final Directory directory;
    private final Audit audit;

    History(IncidentRepository incidents, Timeline timeline, Catalog catalog, Directory directory, Audit audit) {
        this.incidents = incidents;
        this.timeline = timeline;
        this.catalog = catalog;
        this.directory = directory;
        this.audit = audit;
    }

    /** All or none; numbers follow the order of the triggers, ids the order given. */
    @Transactional
    List<UUID> write(List<Past> past, Audit.Actor by) {
        var services = new HashMap<UUID, Optional<Catalog.ServiceFacts>>();
        var people = new HashMap<UUID, Optional<Directory.PersonRef>>();
        var ids = new UUID[past.size()];
        var inOrder = IntStream.range(0, past.size())
                .boxed()
                .sorted(Comparator.comparing(i -> past.get(i).triggeredAt()))
                .toList();
        int written = 0;
        for (int i : inOrder) {
            ids[i] = write(past.get(i), "incidents[" + i + "]", services, people);
            if (++written % FLUSH_EACH == 0) {
                incidents.flush();
                incidents.getEntityManager().clear();
            }
        }
        audit.record(by, "incidents.imported", past.size() + " incidents", "");
        return List.of(ids);
    }

    private UUID write(
            Past past,
            String field,
            Map<UUID, Optional<Catalog.ServiceFacts>> services,
            Map<UUID, Optional<Directory.PersonRef>> people) {
        check(past, field);
        var service = services.computeIfAbsent(past.serviceId(), catalog::service)
                .orElseThrow(() -> Problem.badField(field + ".serviceId", "is not a service"));
        var incident = Incident.triggered(
                told(past, service, field), incidents.nextNumbers(1).getFirst(), past.triggeredAt());
        incident.imported = true;
        incidents.persist(incident);
        timeline.persist(incident.tell(EntryKind.TRIGGERED, "Triggered: " + past.title(), past.triggeredAt()));
        for (var page : past.pages() == null ? List.<ImportResource.PastPage>of() : past.pages()) {
            var person = Actor.person(known(page.personId(), field + ".pages.personId", people), Channel.SMS);
            timeline.persist(incident.tell(EntryKind.PAGED, "Paged " + person.name(), page.at(), person));
        }
        if (past.acknowledgedAt() != null) {
            var person = Actor.person(known(past.acknowledgedById(), field + ".acknowledgedById", people), Channel.WEB);
            incident.acknowledge(person, past.acknowledgedAt(), Optional.empty());
            timeline.persist(incident.tell(
                    EntryKind.ACKNOWLEDGED, "Acknowledged by " + person.name(), past.acknowledgedAt(), person));
        }
        var closer = closer(past, field, people);
        incident.resolve(closer, past.resolvedAt());
        timeline.persist(incident.tell(EntryKind.RESOLVED, "Resolved by " + closer.name(), past.resolvedAt(), closer));
        return incident.id;
    }

    private static void check(Past past, String field) {
        var acknowledged = past.acknowledgedAt() == null ? past.triggeredAt() : past.acknowledgedAt();
        if (acknowledged.isBefore(past.triggeredAt())) {
            throw Problem.badField(field + ".acknowledgedAt", "is before triggeredAt");
        }
        if (past.pages() != null
                && past.pages().stream().anyMatch(page -> page.at().isBefore(past.triggeredAt()))) {
            throw Problem.badField(field + ".pages.at", "is before triggeredAt");
        }
        if (past.resolvedAt().isBefore(acknowledged)) {
            throw Problem.badField(field + ".resolvedAt", "is before triggeredAt or acknowledgedAt");
        }
    }

    private static NewIncident told(Past past, Catalog.ServiceFacts service, String field) {
        return new NewIncident(
                service,
                Optional.empty(),
                Optional.empty(),
                past.title().strip(),
                Severity.named(past.severity())
                        .orElseThrow(() ->
                                Problem.badField(field + ".severity", "must be critical, error, warning or info")),
                Optional.empty(),
                Optional.ofNullable(past.checkId()),
                Optional.empty(),
                Optional.empty(),
                "[]",
                Optional.ofNullable(past.details()).map(JsonNode::toString),
                "",
                Optional.empty(),
                Optional.empty());
    }

    private Actor closer(Past past, String field, Map<UUID, Optional<Directory.PersonRef>> people) {
        return switch (past.resolvedBy()) {
            case "person" -> Actor.person(known(past.resolvedById(), field + ".resolvedById", people), Channel.WEB);
            case "source" -> new Actor.Source("its source");
            default -> throw Problem.badField(field + ".resolvedBy", "must be person or source");
        };
    }

    private Directory.PersonRef known(UUID id, String field, Map<UUID, Optional<Directory.PersonRef>> people) {
        if (id == null) throw Problem.badField(field, "is missing");
        return people.computeIfAbsent(id, directory::find)
                .orElseThrow(() -> Problem.badField(field, "is not a person: " + id));
    }
}
