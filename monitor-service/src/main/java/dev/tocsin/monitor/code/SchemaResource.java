package dev.tocsin.monitor.code;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import dev.tocsin.monitor.probe.Kinds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Open to everybody: editors fetch it without signing in, and it says nothing about what is watched. */
@Path("/api/v1/checks.schema.json")
@RunOnVirtualThread
class SchemaResource {
    private final String schema;

    SchemaResource(Kinds kinds) {
        this.schema = Schema.of(kinds).toPrettyString() + "\n";
    }

    @GET
    @PermitAll
    @Produces("application/schema+json")
    @Operation(summary = "The JSON schema of a file of checks, for editors")
    public String schema() {
        return schema;
    }
}
