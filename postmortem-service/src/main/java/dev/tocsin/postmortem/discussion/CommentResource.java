package dev.tocsin.postmortem.discussion;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.tocsin.postmortem.Caller;
import dev.tocsin.postmortem.review.Section;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/** Comments on a report's sections. */
@Path("/api/v1/postmortems/{id}/comments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
@RunOnVirtualThread
class CommentResource {
    /** All of them: a report holds 500 at most. */
    record Listing(List<CommentView> items, Optional<String> next) {}

    /** {@code section} is the whole report when left out. */
    record Remark(
            Section section,

            @NotBlank(message = "is required") @Size(max = 2_000, message = "must be at most 2000 characters")
            String text) {
        Remark {
            section = section == null ? Section.REPORT : section;
        }
    }

    private final Comments comments;
    private final Caller caller;

    CommentResource(Comments comments, Caller caller) {
        this.comments = comments;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Read what was said about the report, oldest first")
    public Listing list(@RestPath UUID id) {
        return new Listing(comments.of(id), Optional.empty());
    }

    @POST
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Comment on a section, or on the report")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CommentView.class)))
    public Response add(@RestPath UUID id, @NotNull(message = "is required") @Valid Remark remark) {
        var made = comments.add(id, remark.section(), remark.text().strip(), caller.person());
        return Response.status(Response.Status.CREATED).entity(made).build();
    }

    @POST
    @Path("/{comment}/resolve")
    @RolesAllowed("responder")
    @Operation(summary = "Say that a comment is settled")
    public CommentView resolve(@RestPath UUID id, @RestPath UUID comment) {
        return comments.settle(id, comment, true, caller.person());
    }

    @POST
    @Path("/{comment}/reopen")
    @RolesAllowed("responder")
    @Operation(summary = "Say that a comment is not settled after all")
    public CommentView reopen(@RestPath UUID id, @RestPath UUID comment) {
        return comments.settle(id, comment, false, caller.person());
    }
}
