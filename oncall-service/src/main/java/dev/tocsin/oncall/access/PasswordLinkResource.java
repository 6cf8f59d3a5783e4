package dev.tocsin.oncall.access;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.audit.Caller;
import dev.tocsin.oncall.people.Accounts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** A link for a new password that an administrator hands over, where no mail can be sent. */
@Path("/api/v1/people/{id}/password-link")
@RolesAllowed("admin")
@RunOnVirtualThread
public class PasswordLinkResource {
    private final Accounts accounts;
    private final PasswordLinks links;
    private final Letters letters;
    private final Caller caller;

    PasswordLinkResource(Accounts accounts, PasswordLinks links, Letters letters, Caller caller) {
        this.accounts = accounts;
        this.links = links;
        this.letters = letters;
        this.caller = caller;
    }

    record LinkView(String link, Instant expiresAt) {}

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Make a link by which somebody chooses a new password; it is told this once.")
    public LinkView make(UUID id) {
        var account = accounts.find(id)
                .filter(found -> !found.id().equals(Accounts.OPERATOR))
                .orElseThrow(() -> new NotFoundException("there is no person " + id));
        if (account.disabled()) throw Problem.conflict(account.name() + " is disabled");
        var made = links.make(account, caller.actor());
        return new LinkView(letters.link("/new-password/" + made.token()), made.expiresAt());
    }
}
