package dev.tocsin.postmortem.draft;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.tocsin.postmortem.Caller;
import dev.tocsin.postmortem.Problem;
import dev.tocsin.postmortem.facts.IncidentDocument;
import dev.tocsin.postmortem.lint.Hit;
import dev.tocsin.postmortem.review.Gate;
import dev.tocsin.postmortem.review.Words;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Reports as people find, write, decline and reopen them. */
@Path("/api/v1/postmortems")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
@RunOnVirtualThread
class PostmortemResource {
    record Declining(
            @NotBlank(message = "is required") @Size(max = 2_000, message = "must be at most 2000 characters")
            String reason) {}

    private final Drafts drafts;
    private final Caller caller;

    PostmortemResource(Drafts drafts, Caller caller) {
        this.drafts = drafts;
        this.caller = caller;
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a report with all that its form needs")
    public PostmortemView get(@RestPath UUID id) {
        return drafts.view(id);
    }

    @GET
    @Path("/by-incident/{incidentId}")
    @Operation(summary = "Find the report of an incident")
    public PostmortemView byIncident(@RestPath UUID incidentId) {
        return drafts.viewByIncident(incidentId);
    }

    @GET
    @Path("/{id}/gate")
    @Operation(summary = "List what is missing before the report may be published")
    public List<Gate.Item> gate(@RestPath UUID id) {
        return drafts.view(id).gate();
    }

    @GET
    @Path("/{id}/lint")
    @Operation(
            summary = "List what could be said better: words that blame, tasks that nobody can finish; blocks nothing")
    public List<Hit> lint(@RestPath UUID id) {
        return drafts.view(id).lint();
    }

    @GET
    @Path("/{id}/diagram.svg")
    @Produces("image/svg+xml")
    @Operation(summary = "Draw the incident; shape=narrow for a phone")
    public Response diagram(@RestPath UUID id, @RestQuery @DefaultValue("wide") String shape) {
        var view = drafts.view(id);
        var drawing = switch (shape) {
            case "wide" -> view.diagram();
            case "narrow" -> view.diagramNarrow();
            default -> throw Problem.badField("shape", "must be wide or narrow");
        };
        // Opened by itself, a drawing must not run or load anything either.
        return Response.ok(drawing)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @POST
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Open a report by hand or from elsewhere, as the webhook would; 200 when it exists")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PostmortemView.class)))
    public Response open(@NotNull(message = "is required") IncidentDocument document) {
        return switch (drafts.open(document)) {
            case Drafts.Opening.Opened(var id) ->
                Response.status(Response.Status.CREATED).entity(drafts.view(id)).build();
            case Drafts.Opening.Known(var id) -> Response.ok(drafts.view(id)).build();
        };
    }

    @POST
    @Path("/words")
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Count the words of a text as the gate counts them; nothing is saved")
    public Words words(@NotNull(message = "is required") dev.tocsin.postmortem.report.Content written) {
        return Words.of(written);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Save what was written; 409 with the current report when somebody else was first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PostmortemView.class)))
    public Response save(@RestPath UUID id, @NotNull(message = "is required") @Valid SaveRequest request) {
        return Answers.of(drafts.save(id, request.version(), request.content(), caller.person()));
    }

    @POST
    @Path("/{id}/decline")
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Decide that there will be no report, or no correction, and say why")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PostmortemView.class)))
    public Response decline(@RestPath UUID id, @NotNull(message = "is required") @Valid Declining request) {
        return Answers.of(drafts.decline(id, request.reason().strip(), caller.person()));
    }

    @POST
    @Path("/{id}/reopen")
    @RolesAllowed("responder")
    @Operation(summary = "Reopen a published report for a correction, or a declined one")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PostmortemView.class)))
    public Response reopen(@RestPath UUID id) {
        return Answers.of(drafts.reopen(id, caller.person()));
    }
}
