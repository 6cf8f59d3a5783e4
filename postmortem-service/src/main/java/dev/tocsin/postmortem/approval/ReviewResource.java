package dev.tocsin.postmortem.approval;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.tocsin.postmortem.Caller;
import dev.tocsin.postmortem.draft.Answers;
import dev.tocsin.postmortem.draft.Drafts;
import dev.tocsin.postmortem.draft.PostmortemView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/**
 * From draft to approved. Every act names the version it was decided upon, so that nobody approves a text they have not
 * seen; any responder may review but for those who wrote in this round.
 */
@Path("/api/v1/postmortems/{id}/review")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("responder")
@RunOnVirtualThread
class ReviewResource {
    private static final int LONGEST_COMMENT = 2_000;

    record Seen(@NotNull(message = "is required") Integer version) {}

    record Approval(
            @NotNull(message = "is required") Integer version,

            @Size(max = LONGEST_COMMENT, message = "must be at most 2000 characters")
            String comment) {}

    record Changes(
            @NotNull(message = "is required") Integer version,

            @NotBlank(message = "is required: say what should change")
            @Size(max = LONGEST_COMMENT, message = "must be at most 2000 characters")
            String comment) {}

    private final Drafts drafts;
    private final Reviewing reviewing;
    private final Caller caller;

    ReviewResource(Drafts drafts, Reviewing reviewing, Caller caller) {
        this.drafts = drafts;
        this.reviewing = reviewing;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Ask for a review of a complete draft; 422 lists what is missing")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PostmortemView.class)))
    public Response ask(@RestPath UUID id, @NotNull(message = "is required") @Valid Seen request) {
        return Answers.of(drafts.askForReview(id, request.version(), caller.person()));
    }

    @POST
    @Path("/approve")
    @Operation(summary = "Approve the version you saw; 403 for those who wrote in it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PostmortemView.class)))
    public Response approve(@RestPath UUID id, @NotNull(message = "is required") @Valid Approval request) {
        var comment = request.comment() == null ? "" : request.comment().strip();
        return Answers.of(drafts.approve(id, request.version(), comment, caller.person()));
    }

    @POST
    @Path("/request-changes")
    @Operation(summary = "Send it back to its authors and say what should change")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PostmortemView.class)))
    public Response requestChanges(@RestPath UUID id, @NotNull(message = "is required") @Valid Changes request) {
        return Answers.of(reviewing.requestChanges(
                id, request.version(), request.comment().strip(), caller.person()));
    }

    @POST
    @Path("/withdraw")
    @Operation(summary = "Take it back from review to go on writing")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PostmortemView.class)))
    public Response withdraw(@RestPath UUID id, @NotNull(message = "is required") @Valid Seen request) {
        return Answers.of(drafts.withdraw(id, request.version(), caller.person()));
    }
}
