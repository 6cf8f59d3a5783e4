package dev.tocsin.oncall.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.audit.Caller;
import dev.tocsin.oncall.people.Accounts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Proving once more who one is, before what matters most: good for a quarter of an hour, for this session only. */
@Path("/api/v1/me/confirmation")
@RolesAllowed("viewer")
@RunOnVirtualThread
public class ConfirmationResource {
    private final FrontDesk desk;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Caller caller;
    private final CallerSession current;

    ConfirmationResource(FrontDesk desk, Accounts accounts, Sessions sessions, Caller caller, CallerSession current) {
        this.desk = desk;
        this.accounts = accounts;
        this.sessions = sessions;
        this.caller = caller;
        this.current = current;
    }

    record Proof(@NotBlank @Size(max = 200) String password) {
        @Override
        public String toString() {
            return "Proof[]";
        }
    }

    @POST
    @Operation(summary = "Prove by my password that it is still me; the token of the next exchange says so.")
    public void confirm(
            @Valid @NotNull Proof proof,
            @HeaderParam("X-Tocsin-Client") @Size(max = Entrance.LONGEST_ADDRESS) String client,
            HttpServerRequest http) {
        var email = accounts.find(caller.id()).orElseThrow().email();
        switch (desk.check(email, proof.password(), Entrance.address(client, http))) {
            case FrontDesk.Outcome.SignedIn _ -> current.id().ifPresent(sessions::confirmed);
            case FrontDesk.Outcome.Refused _ -> throw Problem.badField("password", "is not your password");
            case FrontDesk.Outcome.Off _ -> throw Problem.forbidden("passwords are switched off here");
            case FrontDesk.Outcome.TooMany(var wait) ->
                throw Problem.tooMany("too many tries; wait and try again", wait);
        }
    }
}
