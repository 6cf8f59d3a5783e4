package dev.tocsin.dashboard.profile;

import java.time.Instant;
import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** oncall-service as far as the own person goes. */
@RegisterRestClient(configKey = "oncall")
@RegisterProvider(Refusals.class)
@Path("/api/v1/me")
interface ProfileClient {
    record Me(String name, String zone, int version) {}

    record Changed(String name, String zone, Integer version) {}

    record Session(UUID id, Instant createdAt, Instant lastUsedAt, String address, boolean current) {}

    record Token(UUID id, String name, Instant createdAt, Instant lastUsedAt) {}

    record NewToken(String name) {}

    record MadeToken(UUID id, String name, String token) {}

    @GET
    Me me(@HeaderParam("Authorization") String bearer);

    @PATCH
    void change(@HeaderParam("Authorization") String bearer, Changed changed);

    @GET
    @Path("/sessions")
    Items<Session> sessions(@HeaderParam("Authorization") String bearer);

    @DELETE
    @Path("/sessions/{id}")
    void endSession(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    @GET
    @Path("/tokens")
    Items<Token> tokens(@HeaderParam("Authorization") String bearer);

    @POST
    @Path("/tokens")
    MadeToken makeToken(@HeaderParam("Authorization") String bearer, NewToken token);

    @DELETE
    @Path("/tokens/{id}")
    void deleteToken(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);
}
