package dev.tocsin.dashboard.oncall;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.oncall.ServicesClient.Described;
import dev.tocsin.dashboard.oncall.ServicesClient.Service;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Lengths;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.Tab;
import dev.tocsin.dashboard.web.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** Services: what can break, whose it is, and which policy wakes whom. One service's page is {@link DoorPages}. */
@Path("/services")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class ServicePages {
    @CheckedTemplate(basePath = "ServicePages")
    record list(List<Service> services, List<Tab> tabs, Viewer viewer) implements TemplateInstance {}

    /** The form; {@code id} is null for a new service, {@code current} is what somebody else saved meanwhile. */
    @CheckedTemplate(basePath = "ServicePages")
    record edit(UUID id, Form form, List<Option> teams, List<Option> policies, List<Option> urgencies, Service current)
            implements TemplateInstance {}

    private static List<Option> urgencies() {
        var words = say(ServiceWords.class);
        return List.of(
                new Option("by-severity", words.bySeverityCriticalAndErrorWake()),
                new Option("always-high", words.alwaysHighEverythingWakesPeople()),
                new Option("always-low", words.alwaysLowNothingWakesPeople()));
    }

    private final ServicesClient services;
    private final Choices choices;
    private final CurrentViewer viewers;

    ServicePages(@RestClient ServicesClient services, Choices choices, CurrentViewer viewers) {
        this.services = services;
        this.choices = choices;
        this.viewers = viewers;
    }

    @GET
    public TemplateInstance list() {
        var all = ONCALL.call(() -> Items.all(cursor -> services.list(bearer(), Items.MOST, cursor)));
        return new list(all, OnCallPages.tabs("services"), viewers.get());
    }

    @GET
    @Path("new")
    @RolesAllowed("responder")
    public TemplateInstance blank() {
        return page(null, Form.blank().with("ackTimeout", "30m"), null);
    }

    @POST
    @Path("new")
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> fields) {
        var form = checked(Form.posted(fields));
        if (form.refused()) return Pages.again(page(null, form, null));
        try {
            var made = ONCALL.call(() -> services.create(bearer(), described(form)));
            return Flash.good(say(ServiceWords.class).serviceCreatedAddACheckOr())
                    .on("/services/" + made.id());
        } catch (CallFailed failure) {
            return Pages.again(page(null, form.refusedBy(failure), null), failure);
        }
    }

    @GET
    @Path("{id}/edit")
    @RolesAllowed("responder")
    public TemplateInstance edit(UUID id) {
        return page(id, filled(ONCALL.call(() -> services.service(bearer(), id))), null);
    }

    @POST
    @Path("{id}/edit")
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(UUID id, MultivaluedMap<String, String> fields) {
        var form = checked(Form.posted(fields));
        if (form.refused()) return Pages.again(page(id, form, null));
        try {
            ONCALL.run(() -> services.change(bearer(), id, described(form)));
            return Flash.good(say(ServiceWords.class).serviceSaved()).on("/services/" + id);
        } catch (CallFailed failure) {
            if (failure.status() != 409) return Pages.again(page(id, form.refusedBy(failure), null), failure);
            var theirs = ONCALL.call(() -> services.service(bearer(), id));
            var mine = form.refusedBy(failure).with("version", theirs.version());
            return Pages.again(page(id, mine, theirs), failure);
        }
    }

    @POST
    @Path("{id}/delete")
    @RolesAllowed("admin")
    public Response delete(UUID id) {
        try {
            ONCALL.run(() -> services.delete(bearer(), id));
            return Flash.good(say(ServiceWords.class).serviceDeleted()).on("/services");
        } catch (CallFailed.Refused refused) {
            return Flash.bad(say(ServiceWords.class).notDeleted(refused.getMessage()))
                    .on("/services/" + id);
        }
    }

    private edit page(UUID id, Form form, Service current) {
        return new edit(id, form, choices.teams(bearer()), choices.policies(bearer()), urgencies(), current);
    }

    private static Form checked(Form form) {
        var words = say(ServiceWords.class);
        var checked = form;
        if (form.given("name").isEmpty()) checked = checked.refuse("name", words.giveTheServiceAName());
        if (form.id("teamId").isEmpty()) checked = checked.refuse("teamId", words.chooseTheTeamThatOwnsIt());
        if (form.id("policyId").isEmpty()) checked = checked.refuse("policyId", words.chooseWhoIsPagedWhenIt());
        for (var length : List.of("ackTimeout", "autoResolve")) {
            if (form.given(length).isPresent() && length(form, length) == null)
                checked = checked.refuse(length, words.sayHowLongSuchAs30());
        }
        return checked;
    }

    private static Described described(Form form) {
        return new Described(
                form.text("name").strip(),
                form.given("description").orElse(null),
                form.id("teamId").orElse(null),
                form.id("policyId").orElse(null),
                form.given("runbookUrl").orElse(null),
                length(form, "ackTimeout"),
                length(form, "autoResolve"),
                form.given("urgency").orElse(null),
                form.number("version").orElse(null));
    }

    private static Duration length(Form form, String field) {
        return form.given(field).flatMap(text -> Lengths.parse(text, "m")).orElse(null);
    }

    private static Form filled(Service service) {
        return Form.blank()
                .with("name", service.name())
                .with("description", service.description())
                .with("teamId", service.team().id())
                .with("policyId", service.policy().id())
                .with("runbookUrl", service.runbookUrl())
                .with("ackTimeout", service.ackTimeout() == null ? null : Lengths.typed(service.ackTimeout()))
                .with("autoResolve", service.autoResolve() == null ? null : Lengths.typed(service.autoResolve()))
                .with("urgency", service.urgency())
                .with("version", service.version());
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
