package dev.tocsin.postmortem.lease;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.tocsin.postmortem.Caller;
import dev.tocsin.postmortem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** "Ada is editing": taken and refreshed by an open editor, read by all others. The answer says who holds it now. */
@Path("/api/v1/postmortems/{id}/lease")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
@RunOnVirtualThread
class LeaseResource {
    record Claim(boolean takeOver) {}

    private final Leases leases;
    private final Caller caller;

    LeaseResource(Leases leases, Caller caller) {
        this.leases = leases;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Who is writing the report now, and its version")
    public LeaseView read(@RestPath UUID id) {
        return leases.read(id);
    }

    @POST
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say that you are writing, for the next 120 s; takeOver takes it from another")
    public LeaseView claim(@RestPath UUID id, @NotNull(message = "is required") Claim claim) {
        return leases.claim(id, caller.person(), claim.takeOver());
    }

    @DELETE
    @RolesAllowed("responder")
    @Operation(
            summary = "Say that you stopped writing",
            description = "With the until of your last claim: what you claimed since, on another page, stays.")
    public LeaseView release(@RestPath UUID id, @RestQuery Optional<String> until) {
        return leases.release(id, caller.person(), until.map(LeaseResource::instant));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Problem.badField("until", "must be an instant such as 2026-11-22T03:14:00Z");
        }
    }
}
