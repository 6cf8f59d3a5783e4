package dev.tocsin.oncall.paging;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.oncall.catalog.Catalog;
import dev.tocsin.oncall.incident.IncidentFacts;
import dev.tocsin.oncall.paging.Courier.Outgoing;
import dev.tocsin.oncall.people.Directory;

/** Puts a page into words, for each way that it may take. Joins the caller's transaction: codes and links are issued here. */
@ApplicationScoped
class PageMessages {
    private final Catalog catalog;
    private final Directory directory;
    private final Codes codes;
    private final Links links;
    private final PagingConfig config;
    private final ObjectMapper json;

    PageMessages(
            Catalog catalog, Directory directory, Codes codes, Links links, PagingConfig config, ObjectMapper json) {
        this.catalog = catalog;
        this.directory = directory;
        this.codes = codes;
        this.links = links;
        this.config = config;
        this.json = json;
    }

    /** What a page says; its hash finds it again at the carrier. */
    record Worded(String body, String subject) {}

    /** The words of a page, and of {@code more} pages of the same phone that it stands for. */
    Worded words(Page page, IncidentFacts incident, List<Bundle.Item> more, Instant now) {
        var service = catalog.service(incident.serviceId()).orElseThrow().name();
        var link = config.linkBase() + "/a/" + links.issue(page.incidentId, page.personId, now);
        var title = page.plainWords ? "Incident #" + incident.number() : incident.title();
        return switch (page.kind) {
            case SMS -> {
                int code = codes.take(page.personId, page.incidentId, page.address, now);
                yield new Worded(PageText.of(service, title, code, Bundle.named(more), link), "");
            }
            case VOICE -> new Worded("call about " + page.incidentId, "");
            case EMAIL ->
                new Worded(
                        mail(service, incident, more, link),
                        "[Tocsin] %s: %s".formatted(service, SmsText.cut(incident.title(), 120)));
            case WEBHOOK -> new Worded(document(page, service, incident, more, link, now), "");
        };
    }

    Outgoing message(Page page, UUID attempt, Worded words) {
        return switch (page.kind) {
            case SMS -> new Outgoing.Text(attempt, page.address, words.body());
            case VOICE -> new Outgoing.Call(attempt, page.address, Optional.empty());
            case EMAIL -> new Outgoing.Mail(attempt, page.address, words.subject(), words.body());
            case WEBHOOK ->
                new Outgoing.Post(
                        attempt, page.address, directory.secretOf(page.methodId).orElseThrow(), words.body());
        };
    }

    private String mail(String service, IncidentFacts incident, List<Bundle.Item> more, String link) {
        var rest = more.isEmpty() ? "" : "\nAnd %d more: %s\n".formatted(more.size(), Bundle.listed(more));
        return """
                %s

                Incident #%d of %s, %s, since %s.
                %s
                Acknowledge: %s
                Look at it: %s/incidents/%s
                """.formatted(
                        incident.title(),
                        incident.number(),
                        service,
                        incident.severity().name().toLowerCase(Locale.ROOT),
                        incident.triggeredAt(),
                        rest,
                        link,
                        config.linkBase(),
                        incident.id());
    }

    private String document(
            Page page, String service, IncidentFacts incident, List<Bundle.Item> more, String link, Instant now) {
        var body = Map.of(
                "type",
                "page",
                "timestamp",
                now.toString(),
                "data",
                Map.of(
                        "page",
                        page.id,
                        "person",
                        Map.of("id", page.personId, "name", page.person),
                        "incident",
                        Map.of(
                                "id", incident.id(),
                                "number", incident.number(),
                                "title", incident.title(),
                                "severity", incident.severity().name().toLowerCase(Locale.ROOT),
                                "service", service,
                                "triggeredAt", incident.triggeredAt().toString(),
                                "url", config.linkBase() + "/incidents/" + incident.id()),
                        "acknowledge",
                        link,
                        "more",
                        more.size()));
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of plain values is always JSON", e);
        }
    }
}
