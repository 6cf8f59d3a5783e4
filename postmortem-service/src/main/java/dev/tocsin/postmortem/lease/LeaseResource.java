package dev.tocsin.postmortem.lease;

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
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

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
    @Operation(summary = "Say that you stopped writing")
    public LeaseView release(@RestPath UUID id) {
        return leases.release(id, caller.person());
    }
}
