package dev.tocsin.dashboard.incidents;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.incidents.IncidentsClient.Helper;
import dev.tocsin.dashboard.incidents.IncidentsClient.Outcome;
import dev.tocsin.dashboard.incidents.IncidentsClient.Snooze;
import dev.tocsin.dashboard.incidents.IncidentsClient.To;
import dev.tocsin.dashboard.oncall.Choices;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Group;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.Zones;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/**
 * The turns an incident can take: put aside, handed on, help asked for. The forms stand on a page of their own, so that
 * the incident's page need not read everybody's name each time it is drawn anew.
 */
@Path("/")
@RolesAllowed("responder")
@RunOnVirtualThread
public class IncidentTurnPages {
    @CheckedTemplate(basePath = "IncidentPages")
    record turns(IncidentRow row, Form helping, Form handing, Form snoozing, List<Option> people, List<Group> holders)
            implements TemplateInstance {}

    private final IncidentsClient incidents;
    private final Choices choices;
    private final CurrentViewer viewers;

    IncidentTurnPages(@RestClient IncidentsClient incidents, Choices choices, CurrentViewer viewers) {
        this.incidents = incidents;
        this.choices = choices;
        this.viewers = viewers;
    }

    @GET
    @Path("/incidents/{id}/turns")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance turns(@PathParam("id") UUID id) {
        return page(id, Form.blank(), Form.blank(), Form.blank());
    }

    @POST
    @Path("/incidents/{id}/responders")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response askForHelp(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        var person = form.id("personId");
        if (person.isEmpty())
            return Pages.again(page(
                    id,
                    form.refuse("personId", say(IncidentWords.class).chooseWhomToAsk()),
                    Form.blank(),
                    Form.blank()));
        try {
            return done(id, () -> incidents.askForHelp(bearer(), id, new Helper(person.get())));
        } catch (CallFailed failure) {
            return Pages.again(page(id, form.refusedBy(failure), Form.blank(), Form.blank()), failure);
        }
    }

    @POST
    @Path("/incidents/{id}/reassign")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reassign(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        var to = to(form.text("to"));
        if (to == null)
            return Pages.again(page(
                    id, Form.blank(), form.refuse("to", say(IncidentWords.class).chooseWhoGetsIt()), Form.blank()));
        try {
            return done(id, () -> incidents.reassign(bearer(), id, to));
        } catch (CallFailed failure) {
            return Pages.again(page(id, Form.blank(), form.refusedBy(failure), Form.blank()), failure);
        }
    }

    @POST
    @Path("/incidents/{id}/snooze")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response snooze(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        var snooze = asked(form);
        if (snooze == null)
            return Pages.again(page(
                    id,
                    Form.blank(),
                    Form.blank(),
                    form.refuse("until", say(IncidentWords.class).sayUntilWhen())));
        try {
            return done(id, () -> incidents.snooze(bearer(), id, snooze));
        } catch (CallFailed failure) {
            var kept = form.refusedBy(failure);
            return Pages.again(page(id, Form.blank(), Form.blank(), kept), failure);
        }
    }

    @POST
    @Path("/incidents/{id}/wake")
    public Response wake(@PathParam("id") UUID id) {
        return done(id, () -> incidents.wake(bearer(), id));
    }

    private Snooze asked(Form form) {
        return switch (form.text("length")) {
            case "30m" -> new Snooze(Duration.ofMinutes(30), null);
            case "2h" -> new Snooze(Duration.ofHours(2), null);
            case "8h" -> new Snooze(Duration.ofHours(8), null);
            default ->
                Zones.instant(form.text("until"), viewers.get().zone())
                        .map(until -> new Snooze(null, until))
                        .orElse(null);
        };
    }

    /** Reads {@code kind:id}; null when it is neither. */
    private static To to(String chosen) {
        var parts = chosen.split(":", 2);
        try {
            var id = UUID.fromString(parts.length == 2 ? parts[1] : "");
            return switch (parts[0]) {
                case "person" -> new To(id, null, null);
                case "schedule" -> new To(null, id, null);
                case "policy" -> new To(null, null, id);
                default -> null;
            };
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    private static Response done(UUID id, Supplier<Outcome> act) {
        var outcome = ONCALL.call(act);
        var flash = outcome.wasAlready() ? Flash.warn(outcome.message()) : Flash.good(outcome.message());
        return flash.on("/incidents/" + id);
    }

    private turns page(UUID id, Form helping, Form handing, Form snoozing) {
        var row = ONCALL.call(() -> incidents.find(bearer(), id.toString())).row();
        return new turns(row, helping, handing, snoozing, choices.people(bearer()), choices.holders(bearer()));
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
