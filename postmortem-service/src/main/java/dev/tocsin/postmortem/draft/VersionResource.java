package dev.tocsin.postmortem.draft;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.tocsin.postmortem.Caller;
import dev.tocsin.postmortem.Problem;
import dev.tocsin.postmortem.compare.Changes;
import dev.tocsin.postmortem.history.RevisionView;
import dev.tocsin.postmortem.history.Revisions;
import dev.tocsin.postmortem.history.StepView;
import dev.tocsin.postmortem.history.Trail;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What a report said before, what happened to it, and two authors' texts put together. */
@Path("/api/v1/postmortems/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
@RunOnVirtualThread
class VersionResource {
    /** A page of the history; {@code next} is absent on the last. */
    record Listing(List<RevisionView> items, Optional<String> next) {}

    record Steps(List<StepView> items, Optional<String> next) {}

    record Text(int version, dev.tocsin.postmortem.report.Content content) {}

    /** {@code to} is 0 for what the report says now. */
    record Differences(int from, int to, List<Changes.Change> changes) {}

    /** {@code version} is the one that is seen to stand now. */
    record Restoring(@NotNull(message = "is required") Integer version) {}

    /** No {@code template} is the standard shape. */
    record Reshaping(@NotNull(message = "is required") Integer version, Optional<UUID> template) {}

    private final Drafts drafts;
    private final Versions versions;
    private final Revisions revisions;
    private final Trail trail;
    private final Caller caller;

    VersionResource(Drafts drafts, Versions versions, Revisions revisions, Trail trail, Caller caller) {
        this.drafts = drafts;
        this.versions = versions;
        this.revisions = revisions;
        this.trail = trail;
        this.caller = caller;
    }

    @GET
    @Path("/revisions")
    @Operation(summary = "List what the report said, newest first; the saves of one sitting are one revision")
    public Listing list(
            @RestPath UUID id,
            @RestQuery Optional<String> cursor,
            @RestQuery
                    @DefaultValue("50")
                    @Min(value = 1, message = "must be at least 1")
                    @Max(value = 200, message = "must be at most 200")
                    int limit) {
        drafts.content(id);
        var before = cursor.map(VersionResource::number).orElse(Integer.MAX_VALUE);
        var rows = revisions.list(id, before, limit + 1);
        if (rows.size() <= limit) return new Listing(rows, Optional.empty());
        var shown = rows.subList(0, limit);
        return new Listing(shown, Optional.of(String.valueOf(shown.getLast().version())));
    }

    @GET
    @Path("/revisions/{n}")
    @Operation(summary = "Read what the report said at a version")
    public Text read(@RestPath UUID id, @RestPath int n) {
        return new Text(n, versions.at(id, n));
    }

    @GET
    @Path("/changes")
    @Operation(summary = "Compare two versions word by word; to=0 is the present one")
    public Differences compare(
            @RestPath UUID id, @RestQuery @DefaultValue("1") int from, @RestQuery @DefaultValue("0") int to) {
        return new Differences(from, to, versions.between(id, from, to));
    }

    @GET
    @Path("/trail")
    @Operation(summary = "List what happened to the report besides writing, newest first")
    public Steps trail(@RestPath UUID id) {
        drafts.content(id);
        return new Steps(trail.of(id), Optional.empty());
    }

    @POST
    @Path("/revisions/{n}/restore")
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Bring back what a version said, as a new version; 409 when somebody saved meanwhile")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PostmortemView.class)))
    public Response restore(
            @RestPath UUID id, @RestPath int n, @NotNull(message = "is required") @Valid Restoring request) {
        return Answers.of(drafts.restore(id, n, request.version(), caller.person()));
    }

    @POST
    @Path("/shape")
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Give the report the shape of a template, or the standard one; what is written stays")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PostmortemView.class)))
    public Response reshape(@RestPath UUID id, @NotNull(message = "is required") @Valid Reshaping request) {
        var template = request.template() == null ? Optional.<UUID>empty() : request.template();
        return Answers.of(drafts.reshape(id, template, request.version(), caller.person()));
    }

    @POST
    @Path("/merge")
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Put together what you wrote and what was saved meanwhile; nothing is saved by that")
    public Versions.Joined merge(@RestPath UUID id, @NotNull(message = "is required") @Valid SaveRequest request) {
        return versions.join(id, request.version(), request.content());
    }

    private static int number(String cursor) {
        if (!cursor.matches("\\d{1,9}")) throw Problem.badField("cursor", "is not one of ours");
        return Integer.parseInt(cursor);
    }
}
