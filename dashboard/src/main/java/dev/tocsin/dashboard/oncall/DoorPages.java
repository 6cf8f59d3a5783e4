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

import dev.tocsin.dashboard.oncall.MaintenanceClient.Window;
import dev.tocsin.dashboard.oncall.ServicesClient.Incident;
import dev.tocsin.dashboard.oncall.ServicesClient.Integration;
import dev.tocsin.dashboard.oncall.ServicesClient.Key;
import dev.tocsin.dashboard.oncall.ServicesClient.NewIntegration;
import dev.tocsin.dashboard.oncall.ServicesClient.Rotation;
import dev.tocsin.dashboard.oncall.ServicesClient.Service;
import dev.tocsin.dashboard.web.Answer;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.DashboardConfig;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.TeamRights;
import dev.tocsin.dashboard.web.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** One service with the doors through which its trouble comes in: a key for each tool that reports it. */
@Path("/services")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class DoorPages {
    private static final int RECENT = 10;

    @CheckedTemplate(basePath = "ServicePages")
    record one(
            Service service,
            List<Integration> integrations,
            Answer<List<Incident>> incidents,
            Answer<Window> maintenance,
            Form adding,
            List<Option> tools,
            boolean manages,
            Viewer viewer)
            implements TemplateInstance {}

    /** @param url where tools send their events */
    @CheckedTemplate(basePath = "ServicePages")
    record key(Service service, Key key, String url) implements TemplateInstance {}

    private final ServicesClient services;
    private final MaintenanceClient maintenance;
    private final TeamRights rights;
    private final CurrentViewer viewers;
    private final DashboardConfig config;

    DoorPages(
            @RestClient ServicesClient services,
            @RestClient MaintenanceClient maintenance,
            TeamRights rights,
            CurrentViewer viewers,
            DashboardConfig config) {
        this.services = services;
        this.maintenance = maintenance;
        this.rights = rights;
        this.viewers = viewers;
        this.config = config;
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(UUID id) {
        return page(id, Form.blank());
    }

    @POST
    @Path("{id}/integrations")
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response createKey(UUID id, MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        if (form.given("name").isEmpty())
            return Pages.again(
                    page(id, form.refuse("name", say(ServiceWords.class).nameTheToolThatWillUse())));
        try {
            var wanted = new NewIntegration(
                    form.text("name").strip(), Tool.named(form.text("kind")).wire());
            var made = ONCALL.call(() -> services.createKey(bearer(), id, wanted));
            var service = ONCALL.call(() -> services.service(bearer(), id));
            // In the answer itself, once: a key must not stand in a cookie, an address or a second request.
            return Pages.of(201, shown(service, made));
        } catch (CallFailed failure) {
            return Pages.again(page(id, form.refusedBy(failure)), failure);
        }
    }

    @POST
    @Path("{id}/integrations/{integrationId}/rotate")
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response rotate(UUID id, UUID integrationId, MultivaluedMap<String, String> fields) {
        var hours = Form.posted(fields).number("grace").orElse(24);
        try {
            var wanted = new Rotation(Duration.ofHours(hours));
            var made = ONCALL.call(() -> services.rotate(bearer(), id, integrationId, wanted));
            return Pages.of(201, shown(ONCALL.call(() -> services.service(bearer(), id)), made));
        } catch (CallFailed.Refused refused) {
            return Flash.bad(say(ServiceWords.class).notReplaced(refused.getMessage()))
                    .on("/services/" + id);
        }
    }

    @POST
    @Path("{id}/integrations/{integrationId}/keys/{keyId}/remove")
    @RolesAllowed("responder")
    public Response revokeKey(UUID id, UUID integrationId, UUID keyId) {
        try {
            ONCALL.run(() -> services.revokeKey(bearer(), id, integrationId, keyId));
            return Flash.good(say(ServiceWords.class).keyRevokedTheToolsOtherKeys())
                    .on("/services/" + id);
        } catch (CallFailed.Refused refused) {
            return Flash.bad(say(ServiceWords.class).notRevoked(refused.getMessage()))
                    .on("/services/" + id);
        }
    }

    @POST
    @Path("{id}/integrations/{integrationId}/remove")
    @RolesAllowed("responder")
    public Response revoke(UUID id, UUID integrationId) {
        try {
            ONCALL.run(() -> services.revoke(bearer(), id, integrationId));
            return Flash.good(say(ServiceWords.class).keyRevokedWhoeverStillUsesIt())
                    .on("/services/" + id);
        } catch (CallFailed.Refused refused) {
            return Flash.bad(say(ServiceWords.class).notRevoked(refused.getMessage()))
                    .on("/services/" + id);
        }
    }

    private one page(UUID id, Form adding) {
        var token = bearer();
        var recent = ONCALL.later(() -> services.incidents(token, id, RECENT));
        var quiet = ONCALL.later(() -> maintenance.list(token, id, Items.MOST).items().stream()
                .filter(Window::isActive)
                .findFirst()
                .orElse(null));
        var service = ONCALL.call(() -> services.service(token, id));
        var integrations = ONCALL.call(() -> services.integrations(token, id));
        return new one(
                service,
                integrations.items(),
                recent.get().map(Items::items),
                quiet.get(),
                adding,
                Tool.options(),
                rights.manages(viewers.get(), service.team().id()),
                viewers.get());
    }

    private key shown(Service service, Key made) {
        return new key(service, made, config.oncallPublicUrl() + "/v2/enqueue");
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
