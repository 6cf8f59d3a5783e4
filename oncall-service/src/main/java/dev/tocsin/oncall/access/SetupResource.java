package dev.tocsin.oncall.access;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.oncall.people.Accounts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What somebody must know who is not signed in yet: the ways in. */
@Path("/api/v1/setup")
@PermitAll
@RunOnVirtualThread
public class SetupResource {
    private final Accounts accounts;
    private final AccessConfig access;
    private final Ways ways;

    SetupResource(Accounts accounts, AccessConfig access, Ways ways) {
        this.accounts = accounts;
        this.access = access;
        this.ways = ways;
    }

    /**
     * {@code passwords}: people may sign in by one; {@code provider} is what to call the OIDC provider, absent without one;
     * {@code mail}: links can be sent by e-mail.
     */
    record SetupView(
            String state,
            boolean passwords,
            @JsonInclude(JsonInclude.Include.NON_NULL) String provider,
            boolean mail) {}

    @GET
    @Operation(summary = "The ways to sign in here, and whether anybody has done so yet.")
    public SetupView setup() {
        return new SetupView(
                accounts.anybodyHasSignedIn() ? "done" : "awaiting-first-sign-in",
                access.passwordSignIn(),
                ways.provider().orElse(null),
                ways.mail());
    }
}
