package dev.tocsin.dashboard.welcome;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Refusals;
import dev.tocsin.dashboard.welcome.WelcomeClient.PutAway;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.MONITOR;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** The list of first steps as a page of its own, and putting it away. */
@Path("/first-steps")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class FirstStepsPages {
    @CheckedTemplate(basePath = "FirstStepsPages")
    record list(FirstSteps steps) implements TemplateInstance {}

    @RegisterRestClient(configKey = "monitor")
    @RegisterProvider(Refusals.class)
    @Path("/api/v1/checks")
    interface AnyCheck {
        record Any(UUID id) {}

        @GET
        Items<Any> some(@HeaderParam("Authorization") String bearer, @QueryParam("limit") int limit);
    }

    private final WelcomeClient client;
    private final AnyCheck checks;
    private final CurrentViewer viewers;

    FirstStepsPages(@RestClient WelcomeClient client, @RestClient AnyCheck checks, CurrentViewer viewers) {
        this.client = client;
        this.checks = checks;
        this.viewers = viewers;
    }

    @GET
    public TemplateInstance show() {
        var viewer = viewers.get();
        var checked =
                MONITOR.later(() -> !checks.some(viewer.bearer(), 1).items().isEmpty());
        var progress = ONCALL.call(() -> client.progress(viewer.bearer()));
        return new list(FirstSteps.of(progress, viewer, checked.get().or(true)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response putAway(@FormParam("away") boolean away) {
        ONCALL.call(() -> client.putAway(viewers.get().bearer(), new PutAway(away)));
        return away
                ? Flash.good(say(WelcomeWords.class).theFirstStepsArePutAway()).on("/")
                : Flash.good(say(WelcomeWords.class).theFirstStepsAreOnThe()).on("/");
    }
}
