package dev.tocsin.postmortem.draft;

import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.tocsin.postmortem.Caller;
import dev.tocsin.postmortem.facts.Correctable;
import dev.tocsin.postmortem.facts.Ref;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/** Correcting what was measured wrongly, and saying who sees to the report. */
@Path("/api/v1/postmortems/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("responder")
@RunOnVirtualThread
class FactsResource {
    /** Without a value, what was measured stands again. */
    record Correcting(
            Optional<@Size(max = 400, message = "must be at most 400 characters") String> value,

            @NotBlank(message = "is required") @Size(max = 500, message = "must be at most 500 characters")
            String reason) {}

    record Owning(
            @NotNull(message = "is required") UUID id,

            @NotBlank(message = "is required") @Size(max = 200, message = "must be at most 200 characters")
            String name) {}

    private final Measuring measuring;
    private final Caller caller;

    FactsResource(Measuring measuring, Caller caller) {
        this.measuring = measuring;
        this.caller = caller;
    }

    @PUT
    @Path("/facts/{fact}")
    @Operation(
            summary = "Correct a measured fact, with a reason that readers see; no value takes the correction back. "
                    + "What hangs on it is computed anew")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PostmortemView.class)))
    public Response correct(
            @RestPath UUID id, @RestPath String fact, @NotNull(message = "is required") @Valid Correcting request) {
        var which = Correctable.of(fact)
                .orElseThrow(() -> new NotFoundException("no fact " + fact + " that can be corrected"));
        var value = request.value() == null
                ? Optional.<String>empty()
                : request.value().map(String::strip).filter(text -> !text.isEmpty());
        return Answers.of(measuring.correct(id, which, value, request.reason().strip(), caller.person()));
    }

    @PUT
    @Path("/owner")
    @Operation(summary = "Name the person who sees to it that the report gets written")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PostmortemView.class)))
    public Response own(@RestPath UUID id, @NotNull(message = "is required") @Valid Owning request) {
        return Answers.of(measuring.own(id, new Ref(request.id(), request.name().strip())));
    }
}
