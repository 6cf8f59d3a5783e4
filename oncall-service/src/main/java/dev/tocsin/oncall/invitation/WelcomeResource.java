package dev.tocsin.oncall.invitation;

import java.time.Instant;
import java.time.ZoneId;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import dev.tocsin.oncall.access.ChosenPassword;
import dev.tocsin.oncall.access.Entrance;
import dev.tocsin.oncall.people.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What somebody does who holds the link of an invitation; the token is in the body, out of every log. */
@Path("/api/v1/welcome")
@PermitAll
@RunOnVirtualThread
public class WelcomeResource {
    private final Invitations invitations;
    private final ChosenPassword chosen;
    private final Entrance entrance;

    WelcomeResource(Invitations invitations, ChosenPassword chosen, Entrance entrance) {
        this.invitations = invitations;
        this.chosen = chosen;
        this.entrance = entrance;
    }

    record Shown(@NotBlank @Size(max = 100) String token) {
        @Override
        public String toString() {
            return "Shown[]";
        }
    }

    record Seen(String email, Role role, String invitedBy, Instant expiresAt) {}

    record Taken(
            @NotBlank @Size(max = 100) String token,
            @NotBlank @Size(max = 100) String name,
            @NotNull ZoneId zone,
            @NotBlank String password) {

        @Override
        public String toString() {
            return "Taken[" + name + "]";
        }
    }

    @POST
    @Path("/look")
    @Operation(summary = "What an invitation offers; changes nothing.")
    public Seen look(@Valid @NotNull Shown shown) {
        return invitations
                .open(shown.token())
                .map(found -> new Seen(found.email(), found.role(), found.invitedBy(), found.expiresAt()))
                .orElseThrow(WelcomeResource::over);
    }

    @POST
    @Path("/accept")
    @ResponseStatus(201)
    @Operation(summary = "Take an invitation up with a name, a zone and a password; gives an opaque session.")
    public Entrance.Entered accept(
            @Valid @NotNull Taken taken,
            @HeaderParam("X-Tocsin-Client") @Size(max = Entrance.LONGEST_ADDRESS) String client,
            HttpServerRequest http) {
        var open = invitations.open(taken.token()).orElseThrow(WelcomeResource::over);
        var hash = chosen.hash("password", taken.password(), open.email());
        var account = invitations
                .accept(taken.token(), taken.name(), taken.zone(), hash)
                .orElseThrow(WelcomeResource::over);
        return entrance.open(account, Entrance.address(client, http), "by invitation");
    }

    private static NotFoundException over() {
        return new NotFoundException("this invitation was used or taken back, or its week is over");
    }
}
