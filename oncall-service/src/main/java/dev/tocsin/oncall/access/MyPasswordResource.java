package dev.tocsin.oncall.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.audit.Caller;
import dev.tocsin.oncall.people.Accounts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Choosing a password of one's own: the only thing somebody with a one-time password may do. */
@Path("/api/v1/me/password")
@RolesAllowed({"viewer", "password-change"})
@RunOnVirtualThread
public class MyPasswordResource {
    private final Accounts accounts;
    private final FrontDesk desk;
    private final ChosenPassword chosen;
    private final Sessions sessions;
    private final Caller caller;
    private final CallerSession current;
    private final Audit audit;

    MyPasswordResource(
            Accounts accounts,
            FrontDesk desk,
            ChosenPassword chosen,
            Sessions sessions,
            Caller caller,
            CallerSession current,
            Audit audit) {
        this.accounts = accounts;
        this.desk = desk;
        this.chosen = chosen;
        this.sessions = sessions;
        this.caller = caller;
        this.current = current;
        this.audit = audit;
    }

    record PasswordRequest(
            @NotBlank @Size(max = 200) String current,
            @JsonProperty("new") @NotBlank String next) {

        /** Never prints the passwords. */
        @Override
        public String toString() {
            return "PasswordRequest[]";
        }
    }

    @POST
    @Operation(summary = "Change my password; my other sessions end.")
    public void change(@Valid @NotNull PasswordRequest request, HttpServerRequest http) {
        if (request.next().equals(request.current())) throw Problem.badField("new", "must differ from the current one");
        var email = accounts.find(caller.id()).orElseThrow().email();
        chosen.judge("new", request.next(), email);
        switch (desk.check(email, request.current(), http.remoteAddress().hostAddress())) {
            case FrontDesk.Outcome.SignedIn _ -> keep(chosen.hash("new", request.next(), email));
            case FrontDesk.Outcome.Refused _ -> throw Problem.badField("current", "is not your password");
            case FrontDesk.Outcome.Off _ -> throw Problem.forbidden("passwords are switched off here");
            case FrontDesk.Outcome.TooMany(var wait) ->
                throw Problem.tooMany("too many tries; wait and try again", wait);
        }
    }

    @Transactional
    void keep(String hash) {
        accounts.setPassword(caller.id(), hash, false);
        sessions.endAll(caller.id(), current.id());
        audit.record(caller.actor(), "password.changed", caller.name(), "");
    }
}
