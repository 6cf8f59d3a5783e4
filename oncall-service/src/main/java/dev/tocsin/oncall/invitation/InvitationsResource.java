package dev.tocsin.oncall.invitation;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tocsin.oncall.Listing;
import dev.tocsin.oncall.access.Letters;
import dev.tocsin.oncall.audit.Caller;
import dev.tocsin.oncall.people.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Invitations, for administrators. Nothing is open in the database while the mail server is waited for. */
@Path("/api/v1/invitations")
@RolesAllowed("admin")
@RunOnVirtualThread
public class InvitationsResource {
    private final Invitations invitations;
    private final Letters letters;
    private final Caller caller;

    InvitationsResource(Invitations invitations, Letters letters, Caller caller) {
        this.invitations = invitations;
        this.letters = letters;
        this.caller = caller;
    }

    record NewInvitation(
            @NotBlank @Email @Size(max = 320) String email,
            @NotNull Role role,
            @Size(max = 100) Set<@NotNull UUID> teamIds) {}

    /** The link is told this once; {@code trouble} says why no mail went out, absent when one did. */
    record Sent(
            @JsonUnwrapped InvitationView invitation,
            String link,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> trouble) {}

    @GET
    @Operation(summary = "Invitations that nobody has taken up yet, the newest first.")
    public Listing<InvitationView> list() {
        return Listing.whole(invitations.pending());
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Invite somebody by e-mail; without a mail server hand the link over yourself.")
    public Sent invite(@Valid @NotNull NewInvitation request) {
        var teams = Optional.ofNullable(request.teamIds()).orElse(Set.of());
        return sent(invitations.invite(request.email(), request.role(), teams, caller.actor()));
    }

    @POST
    @Path("/{id}/renew")
    @Operation(summary = "Send an invitation again, with a new link; the old one is worthless.")
    public Sent renew(UUID id) {
        return sent(invitations.renew(id, caller.actor()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Take an invitation back; its link is worthless at once.")
    public void revoke(UUID id) {
        invitations.revoke(id, caller.actor());
    }

    private Sent sent(Invitations.Written written) {
        var invitation = written.invitation();
        var link = letters.link("/invitation/" + written.token());
        var trouble = letters.send(
                invitation.email(), "%s invites you to Tocsin".formatted(invitation.invitedBy()), """
                %s invites you to Tocsin, where your team hears of trouble and writes up what it learnt.

                Choose your name and a password here:

                %s

                The link is good once, for a week. If you did not expect it, leave it unopened.
                """.formatted(
                                invitation.invitedBy(), link));
        return new Sent(invitation, link, trouble);
    }
}
