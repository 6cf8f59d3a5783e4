package dev.tocsin.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The history in oncall-service, and in postmortem-service what people wrote about it. */
final class Archive {
    private static final Duration ON_THE_WAY = Duration.ofSeconds(2);

    private final Apis apis;
    private final Staff staff;
    private final Instant now;

    Archive(Apis apis, Staff staff, Instant now) {
        this.apis = apis;
        this.staff = staff;
        this.now = now;
    }

    /** An incident of the history and the id it has now. */
    record Stored(String id, PastIncident incident) {}

    private record Page(String personId, Instant at) {}

    private record NewIncident(
            String serviceId,
            String title,
            Trouble.Severity severity,
            Instant triggeredAt,
            Instant acknowledgedAt,
            String acknowledgedById,
            Instant resolvedAt,
            String resolvedBy,
            String resolvedById,
            List<Page> pages,
            Map<String, Object> details) {}

    /** Imports all of it in one call; nobody is paged for the past. */
    List<Stored> store(List<PastIncident> history) throws DemoException {
        var body = Map.of("incidents", history.stream().map(this::closed).toList());
        var ids = apis.oncall().post("/api/v1/incidents/import", body).path("ids");
        var stored = new ArrayList<Stored>();
        for (int i = 0; i < history.size(); i++)
            stored.add(new Stored(ids.path(i).asText(), history.get(i)));
        return stored;
    }

    private NewIncident closed(PastIncident incident) {
        return new NewIncident(
                staff.service(incident.service()),
                incident.title(),
                incident.severity(),
                incident.triggeredAt(),
                incident.acknowledged().map(PastIncident.Acknowledged::at).orElse(null),
                incident.acknowledged().map(a -> staff.person(a.by())).orElse(null),
                incident.resolvedAt(),
                incident.resolver().isPresent() ? "person" : "source",
                incident.resolver().map(staff::person).orElse(null),
                incident.paged().stream()
                        .map(paged -> new Page(staff.person(paged.person()), paged.at()))
                        .toList(),
                incident.details());
    }

    /** Publishes the reports that some of these incidents led to; how many there are. */
    int publish(List<Stored> history) throws DemoException {
        var written = history.stream()
                .filter(stored -> stored.incident().report().isPresent())
                .toList();
        return Crew.each(
                        written,
                        stored -> publish(stored, stored.incident().report().orElseThrow()))
                .size();
    }

    private record Person(String id, String name) {}

    /** History from elsewhere: it was approved there, by somebody who was not paged for it. */
    private record Publication(int version, Instant at, Person approvedBy) {}

    private JsonNode publish(Stored stored, Report report) throws DemoException {
        var triggeredAt = stored.incident().triggeredAt();
        var draft = apis.postmortem().post("/api/v1/postmortems", document(stored, report));
        var path = "/api/v1/postmortems/" + draft.path("id").asText();
        var filled =
                apis.postmortem().put(path, report.draft(triggeredAt, version(draft), hidden(draft), staff::person));
        var published = apis.postmortem()
                .post(
                        path + "/publish",
                        new Publication(version(filled), report.publishedAt(triggeredAt), approver(stored.incident())));
        settle(draft.path("id").asText(), report, triggeredAt);
        return published;
    }

    private record Done(Instant at) {}

    private record Declined(String reason) {}

    /** What became of the report's tasks since; the rest is open, and some of it overdue. */
    private void settle(String id, Report report, Instant triggeredAt) throws DemoException {
        for (var task : apis.postmortem().get("/api/v1/tasks?postmortem=" + id).path("items")) {
            var promised = report.tasks().stream()
                    .filter(t -> t.title().equals(task.path("title").asText()))
                    .findFirst()
                    .orElseThrow();
            var path = "/api/v1/tasks/" + task.path("id").asText();
            var done = promised.doneAfterDays() == null
                    ? null
                    : triggeredAt.plus(Duration.ofDays(promised.doneAfterDays()));
            if (done != null && done.isBefore(now)) apis.postmortem().post(path + "/done", new Done(done));
            else if (promised.declined() != null)
                apis.postmortem().post(path + "/decline", new Declined(promised.declined()));
        }
    }

    private Person approver(PastIncident incident) {
        var paged = incident.paged().stream().map(PastIncident.Paged::person).toList();
        return staff.somebodyBut(paged)
                .map(name -> new Person(staff.person(name), name))
                .orElse(null);
    }

    /** The incident as oncall-service itself would hand it over, with the carrier's word that an import cannot keep. */
    private Map<String, Object> document(Stored stored, Report report) throws DemoException {
        var incident = (ObjectNode) apis.oncall().get("/api/v1/incidents/" + stored.id());
        var timeline = incident.remove("timeline");
        var triggeredAt = stored.incident().triggeredAt();
        incident.put("zone", report.incident().zone().getId());
        var pages = stored.incident().paged().stream().map(this::delivered).toList();
        return Map.of(
                "incident", incident, "timeline", timeline, "pages", pages, "probe", report.probeGraph(triggeredAt));
    }

    private Map<String, Object> delivered(PastIncident.Paged page) {
        return Map.of(
                "person", Map.of("id", staff.person(page.person()), "name", page.person()),
                "step", page.step(),
                "cycle", 1,
                "method", "sms",
                "sentAt", page.at(),
                "deliveredAt", page.at().plus(ON_THE_WAY),
                "state", "delivered");
    }

    /** The measured lines that the draft hides as noise, and the trigger, which the report tells in its own words. */
    private static List<Long> hidden(JsonNode draft) {
        var hidden = new ArrayList<Long>();
        draft.path("content").path("hiddenSeqs").forEach(seq -> hidden.add(seq.asLong()));
        for (var line : draft.path("facts").path("timeline")) {
            var seq = line.path("seq").asLong();
            if (line.path("kind").asText().equals("triggered") && !hidden.contains(seq)) hidden.add(seq);
        }
        return hidden;
    }

    private static int version(JsonNode postmortem) {
        return postmortem.path("version").asInt();
    }
}
