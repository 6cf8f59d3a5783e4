package dev.tocsin.dashboard.oncall;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.dashboard.oncall.MappingClient.Mapping;
import dev.tocsin.dashboard.oncall.MappingClient.Trial;
import dev.tocsin.dashboard.oncall.MappingClient.Verdict;
import dev.tocsin.dashboard.oncall.ServicesClient.Service;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.RowCommand;
import dev.tocsin.dashboard.web.TeamRights;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** Teaches us a tool's own JSON: where it keeps what a page needs, tried on a sample before anybody is paged by it. */
@Path("/services/{id}/integrations/{integrationId}/mapping")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class MappingPages {
    private static final String SAMPLE = """
            {
              "summary": "the disk of db-1 is full",
              "dedup": "db-1/disk",
              "action": "trigger",
              "severity": "critical",
              "source": "db-1"
            }""";

    /**
     * @param verdict what the sample would become; null until it is tried
     * @param current what somebody else saved meanwhile, filled in as the form is; null when nobody did
     */
    @CheckedTemplate(basePath = "ServicePages")
    record mapping(
            Service service, String tool, String address, Form form, Verdict verdict, Form current, boolean manages)
            implements TemplateInstance {}

    /** The field that says which mapping somebody has read before they change it. */
    private static final String READ = "read";

    private final MappingClient mappings;
    private final ServicesClient services;
    private final TeamRights rights;
    private final CurrentViewer viewers;
    private final ObjectMapper json;

    MappingPages(
            @RestClient MappingClient mappings,
            @RestClient ServicesClient services,
            TeamRights rights,
            CurrentViewer viewers,
            ObjectMapper json) {
        this.mappings = mappings;
        this.services = services;
        this.rights = rights;
        this.viewers = viewers;
        this.json = json;
    }

    @GET
    public TemplateInstance show(UUID id, UUID integrationId) {
        return page(id, integrationId, inForce(id, integrationId).with("body", SAMPLE), null);
    }

    @POST
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(UUID id, UUID integrationId, MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        try {
            return form.text(RowCommand.FIELD).equals("save")
                    ? save(id, integrationId, form)
                    : attempt(id, integrationId, form);
        } catch (CallFailed.Refused refused) {
            var kept = refused(form, refused);
            if (!refused.isConflict()) return Pages.again(page(id, integrationId, kept, null), refused);
            var theirs = inForce(id, integrationId);
            return Pages.again(page(id, integrationId, kept.with(READ, theirs.text(READ)), null, theirs), refused);
        } catch (CallFailed failure) {
            return Pages.again(page(id, integrationId, form.refusedBy(failure), null), failure);
        }
    }

    @POST
    @Path("reset")
    @RolesAllowed("responder")
    public Response reset(UUID id, UUID integrationId) {
        try {
            ONCALL.run(() -> mappings.reset(bearer(), id, integrationId));
            return Flash.good(say(ServiceWords.class).theUsualFormIsReadAgain()).on(address(id, integrationId));
        } catch (CallFailed.Refused refused) {
            return Flash.bad(say(ServiceWords.class).notChanged(refused.getMessage()))
                    .on(address(id, integrationId));
        }
    }

    private Response save(UUID id, UUID integrationId, Form form) {
        var read = form.given(READ).orElse(null);
        ONCALL.run(() -> mappings.set(bearer(), read, id, integrationId, mapping(form)));
        return Flash.good(say(ServiceWords.class).savedItHoldsFromTheNext()).on(address(id, integrationId));
    }

    private Response attempt(UUID id, UUID integrationId, Form form) {
        var body = sample(form.text("body"));
        if (body.isEmpty()) {
            var wrong = form.refuse("body", say(ServiceWords.class).theSampleMustBeAJson())
                    .titled(say(ServiceWords.class).notTriedYet());
            return Pages.again(page(id, integrationId, wrong, null));
        }
        var trial = new Trial(mapping(form), body.get());
        var verdict = ONCALL.call(() -> mappings.attempt(bearer(), id, integrationId, trial));
        return Pages.of(200, page(id, integrationId, form, verdict));
    }

    private Optional<JsonNode> sample(String text) {
        try {
            return Optional.of(json.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /** A trial's fields are named {@code mapping.summary}, a saved mapping's {@code summary}; words stand in one field. */
    private static Form refused(Form form, CallFailed.Refused refused) {
        return form.refusedBy(
                        refused, field -> field.replaceFirst("^mapping\\.", "").replaceFirst("\\[.*", ""))
                .titled(say(ServiceWords.class).notDone(refused.problem().sentence()));
    }

    private Form inForce(UUID id, UUID integrationId) {
        var answer = ONCALL.call(() -> mappings.mapping(bearer(), id, integrationId));
        var mapping = answer.getEntity();
        return Form.blank()
                .with(READ, answer.getHeaderString(HttpHeaders.ETAG))
                .with("summary", mapping.summary())
                .with("dedup", mapping.dedup())
                .with("action", mapping.action())
                .with("severity", mapping.severity())
                .with("source", mapping.source())
                .with("observed", mapping.observed())
                .with("details", mapping.details())
                .with("link", mapping.link())
                .with("resolveWhen", words(mapping.resolveWhen()))
                .with("acknowledgeWhen", words(mapping.acknowledgeWhen()));
    }

    private static Mapping mapping(Form form) {
        return new Mapping(
                form.text("summary").strip(),
                pointer(form, "dedup"),
                pointer(form, "action"),
                pointer(form, "severity"),
                pointer(form, "source"),
                pointer(form, "observed"),
                pointer(form, "details"),
                pointer(form, "link"),
                words(form.text("resolveWhen")),
                words(form.text("acknowledgeWhen")));
    }

    private static String pointer(Form form, String field) {
        return form.given(field).orElse(null);
    }

    private static String words(List<String> words) {
        return words == null ? null : String.join(", ", words);
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private mapping page(UUID id, UUID integrationId, Form form, Verdict verdict) {
        return page(id, integrationId, form, verdict, null);
    }

    private mapping page(UUID id, UUID integrationId, Form form, Verdict verdict, Form current) {
        var service = ONCALL.call(() -> services.service(bearer(), id));
        var tool = ONCALL.call(() -> services.integrations(bearer(), id)).items().stream()
                .filter(integration -> integration.id().equals(integrationId))
                .findFirst()
                .map(ServicesClient.Integration::name)
                .orElse(say(ServiceWords.class).thisTool());
        var manages = rights.manages(viewers.get(), service.team().id());
        return new mapping(service, tool, address(id, integrationId), form, verdict, current, manages);
    }

    private static String address(UUID id, UUID integrationId) {
        return "/services/%s/integrations/%s/mapping".formatted(id, integrationId);
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
