package dev.tocsin.postmortem.draft;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/** Reports that people ask for. */
@Path("/api/v1/postmortems")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("responder")
@RunOnVirtualThread
class HandoverResource {
    private final Handovers handovers;
    private final Drafts drafts;

    HandoverResource(Handovers handovers, Drafts drafts) {
        this.handovers = handovers;
        this.drafts = drafts;
    }

    @POST
    @Path("/by-incident/{incidentId}")
    @Operation(summary = "Open the report of a resolved incident that got none by itself; 200 when it exists")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PostmortemView.class)))
    public Response open(@RestPath UUID incidentId) {
        return switch (handovers.openByHand(incidentId)) {
            case Drafts.Opening.Opened(var id) ->
                Response.status(Response.Status.CREATED).entity(drafts.view(id)).build();
            case Drafts.Opening.Known(var id) -> Response.ok(drafts.view(id)).build();
        };
    }
}
