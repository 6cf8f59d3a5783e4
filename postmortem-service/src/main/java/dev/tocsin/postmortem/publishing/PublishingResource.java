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
import dev.tocsin.postmortem.Problem;
import dev.tocsin.postmortem.draft.ConflictProblem;
import dev.tocsin.postmortem.draft.PostmortemView;
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
    private static final Response.StatusType UNPROCESSABLE = new Response.StatusType() {
        @Override
        public int getStatusCode() {
            return 422;
        }

        @Override
        public Response.Status.Family getFamily() {
            return Response.Status.Family.CLIENT_ERROR;
        }

        @Override
        public String getReasonPhrase() {
            return "Unprocessable Content";
        }
    };

    /** {@code note} is asked of a correction; {@code at}, for administrators, dates history from elsewhere. */
    record Publishing(
            @NotNull(message = "is required") Integer version,

            @Size(max = 2_000, message = "must be at most 2000 characters")
            String note,

            Optional<Instant> at) {}

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
    @Operation(summary = "Publish the report; 422 lists what is missing")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PostmortemView.class)))
    public Response publish(@RestPath UUID id, @NotNull(message = "is required") @Valid Publishing request) {
        var past = request.at() == null ? Optional.<Instant>empty() : request.at();
        if (past.isPresent() && !caller.isAdmin())
            throw new ForbiddenException("only an administrator may date a publication");
        var note = request.note() == null ? "" : request.note().strip();
        return switch (publisher.publish(id, request.version(), note, past, caller.person())) {
            case Publisher.Outcome.Published(var now) -> Response.ok(now).build();
            case Publisher.Outcome.Conflict(var reason, var current) -> ConflictProblem.response(reason, current);
            case Publisher.Outcome.Incomplete(var missing) ->
                throw new Problem.Refusal(UNPROCESSABLE, "the report is not complete yet", missing);
        };
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
