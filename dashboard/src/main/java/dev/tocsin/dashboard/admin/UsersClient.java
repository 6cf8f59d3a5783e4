package dev.tocsin.dashboard.admin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Ref;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** oncall-service as far as accounts go. */
@RegisterRestClient(configKey = "oncall")
@RegisterProvider(Refusals.class)
@Path("/api/v1")
interface UsersClient {
    record User(
            UUID id,
            String name,
            String email,
            String role,
            String zone,
            boolean mustChangePassword,
            boolean disabled,
            List<Ref> teams,
            boolean reachable,
            int version) {}

    /** What is written back of somebody; teams and phone stay as they are. */
    record Changed(String name, String email, String role, String zone, boolean disabled, int version) {
        static Changed of(User user, String role, boolean disabled, int version) {
            return new Changed(user.name(), user.email(), role, user.zone(), disabled, version);
        }
    }

    record Invitation(
            UUID id,
            String email,
            String role,
            String invitedBy,
            Instant createdAt,
            Instant expiresAt,
            boolean ended) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NewInvitation(String email, String role, List<UUID> teamIds) {}

    /** @param trouble why no mail went out; null when one did */
    record Sent(UUID id, String email, String link, String trouble) {}

    record PasswordLink(String link, Instant expiresAt) {}

    @GET
    @Path("/people")
    Items<User> users(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("q") String q,
            @QueryParam("role") String role,
            @QueryParam("disabled") String disabled,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") String cursor);

    @GET
    @Path("/people/{id}")
    User user(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    @PUT
    @Path("/people/{id}")
    void change(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id, Changed changed);

    @DELETE
    @Path("/people/{id}/sessions")
    void signOut(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    @POST
    @Path("/people/{id}/password-link")
    PasswordLink passwordLink(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    @GET
    @Path("/invitations")
    Items<Invitation> invitations(@HeaderParam("Authorization") String bearer);

    @POST
    @Path("/invitations")
    Sent invite(@HeaderParam("Authorization") String bearer, NewInvitation invitation);

    @POST
    @Path("/invitations/{id}/renew")
    Sent renew(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    @DELETE
    @Path("/invitations/{id}")
    void revoke(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);
}
