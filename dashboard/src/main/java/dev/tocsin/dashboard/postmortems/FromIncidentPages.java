package dev.tocsin.dashboard.postmortems;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.POSTMORTEM;

/** The way from an incident to its report. */
@Path("/postmortems")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class FromIncidentPages {
    /** Shown while the draft of an incident just resolved is on its way, or where none opens by itself. */
    @CheckedTemplate(basePath = "PostmortemPages")
    record notYet(UUID incidentId, Viewer viewer) implements TemplateInstance {}

    private final PostmortemsClient postmortems;
    private final CurrentViewer viewers;

    FromIncidentPages(@RestClient PostmortemsClient postmortems, CurrentViewer viewers) {
        this.postmortems = postmortems;
        this.viewers = viewers;
    }

    /** From a resolved incident to its report: the published page, else the draft. */
    @GET
    @Path("by-incident/{incidentId}")
    public Response ofIncident(UUID incidentId) {
        try {
            var report =
                    POSTMORTEM.call(() -> postmortems.ofIncident(viewers.get().bearer(), incidentId));
            return Response.seeOther(URI.create("/postmortems/" + report.id())).build();
        } catch (CallFailed.Refused refused) {
            if (!refused.isNotFound()) throw refused;
            return Pages.of(404, new notYet(incidentId, viewers.get()));
        }
    }

    /** Opens the report of an incident that got none by itself. */
    @POST
    @Path("by-incident/{incidentId}")
    @RolesAllowed("responder")
    public Response open(UUID incidentId) {
        try {
            var report = POSTMORTEM.call(() -> postmortems.open(viewers.get().bearer(), incidentId));
            return Flash.good(say(WritingWords.class).openedWithEverythingMeasuredFilledIn())
                    .on("/postmortems/" + report.id() + "/edit");
        } catch (CallFailed.Refused refused) {
            return Flash.bad(say(WritingWords.class).notOpened(refused.getMessage()))
                    .on("/incidents/" + incidentId);
        }
    }
}
