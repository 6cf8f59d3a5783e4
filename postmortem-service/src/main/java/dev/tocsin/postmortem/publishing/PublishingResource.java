package dev.tocsin.postmortem.publishing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.tocsin.postmortem.Caller;
import dev.tocsin.postmortem.draft.Answers;
import dev.tocsin.postmortem.draft.PostmortemView;
import dev.tocsin.postmortem.facts.Ref;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/** Publishing a report, and reading what was published. */
@Path("/api/v1/postmortems/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
@RunOnVirtualThread
class PublishingResource {
    /**
     * What publishing takes.
     *
     * @param note what a correction corrects
     * @param unreviewed for administrators where nobody else can review: why, for readers to see
     * @param at for administrators: dates history from elsewhere, whose review was elsewhere too
     * @param approvedBy who approved it there
     */
    record Publishing(
            @NotNull(message = "is required") Integer version,

            @Size(max = 2_000, message = "must be at most 2000 characters")
            String note,

            @Size(max = 500, message = "must be at most 500 characters")
            String unreviewed,

            Optional<Instant> at,
            Optional<Ref> approvedBy) {
        Publishing {
            note = note == null ? "" : note.strip();
            unreviewed = unreviewed == null ? "" : unreviewed.strip();
            at = at == null ? Optional.empty() : at;
            approvedBy = approvedBy == null ? Optional.empty() : approvedBy;
        }

        /** Whether it asks for what only an administrator may do. */
        boolean isExceptional() {
            return at.isPresent() || !unreviewed.isEmpty() || approvedBy.isPresent();
        }
    }

    private final Publisher publisher;
    private final Caller caller;

    PublishingResource(Publisher publisher, Caller caller) {
        this.publisher = publisher;
        this.caller = caller;
    }

    @POST
    @Path("/publish")
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Publish an approved report; 422 lists what is missing")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PostmortemView.class)))
    public Response publish(@RestPath UUID id, @NotNull(message = "is required") @Valid Publishing request) {
        if (request.isExceptional() && !caller.isAdmin())
            throw new ForbiddenException("only an administrator may publish without a review or date a publication");
        return Answers.of(publisher.publish(id, request, caller.person()));
    }

    @GET
    @Path("/preview")
    @Operation(summary = "Read the report as it would be published now; number is that of the next version")
    public PublishedView preview(@RestPath UUID id) {
        return publisher.preview(id, caller.person());
    }

    @GET
    @Path("/published")
    @Operation(summary = "Read the latest published version")
    public PublishedView published(@RestPath UUID id) {
        return publisher.latest(id);
    }

    @GET
    @Path("/published/{n}")
    @Operation(summary = "Read one published version")
    public PublishedView published(@RestPath UUID id, @RestPath int n) {
        return publisher.version(id, n);
    }
}
