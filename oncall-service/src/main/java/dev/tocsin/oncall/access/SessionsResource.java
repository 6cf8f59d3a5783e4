package dev.tocsin.oncall.access;

import java.time.Instant;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.people.Accounts;
import dev.tocsin.oncall.people.PersonView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Signing in and out. */
@Path("/api/v1")
@PermitAll
@RunOnVirtualThread
public class SessionsResource {
    private final FrontDesk desk;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Accounts accounts;
    private final Entrance entrance;

    SessionsResource(FrontDesk desk, Sessions sessions, Tokens tokens, Accounts accounts, Entrance entrance) {
        this.desk = desk;
        this.sessions = sessions;
        this.tokens = tokens;
        this.accounts = accounts;
        this.entrance = entrance;
    }

    record SignInRequest(
            @NotBlank @Size(max = 320) String email,
            @NotBlank @Size(max = 200) String password) {

        /** Never prints the password. */
        @Override
        public String toString() {
            return "SignInRequest[" + email + "]";
        }
    }

    /** {@code person} is absent for a service of ours, which is nobody. */
    record TokenView(
            String token,
            Instant expiresAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) PersonView person) {}

    @POST
    @Path("/sessions")
    @ResponseStatus(201)
    @Operation(summary = "Sign in by e-mail and password; gives an opaque session.")
    public Entrance.Entered signIn(
            @Valid @NotNull SignInRequest request,
            @HeaderParam("X-Tocsin-Client") @Size(max = Entrance.LONGEST_ADDRESS) String client,
            HttpServerRequest http) {
        var address = Entrance.address(client, http);
        return switch (desk.check(request.email(), request.password(), address)) {
            case FrontDesk.Outcome.SignedIn(var account) -> entrance.open(account, address, "");
            case FrontDesk.Outcome.Refused _ -> throw Problem.unauthorized("the e-mail or the password is wrong");
            case FrontDesk.Outcome.Off _ -> throw Problem.forbidden("passwords are switched off here");
            case FrontDesk.Outcome.TooMany(var wait) ->
                throw Problem.tooMany("too many tries; wait and try again", wait);
        };
    }

    @POST
    @Path("/token")
    @Operation(
            summary =
                    "Exchange a session, an API token, the operator token or a service's token for a short-lived one.")
    public TokenView exchange(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        var admitted = OwnTokens.bearer(authorization)
                .flatMap(desk::admit)
                .orElseThrow(() -> Problem.unauthorized("the session has ended; sign in again"));
        var issued = tokens.issue(admitted.account(), admitted.session());
        return new TokenView(
                issued.token(),
                issued.expiresAt(),
                admitted.isPerson() ? accounts.self(admitted.account().id()) : null);
    }

    @DELETE
    @Path("/sessions/current")
    @Operation(summary = "Sign out: the session in the Authorization header ends at once.")
    public void signOut(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        var ended = OwnTokens.bearer(authorization).map(sessions::end).orElse(false);
        if (!ended) throw Problem.unauthorized("the session has ended; sign in again");
    }
}
