package dev.tocsin.dashboard.admin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Ref;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** oncall-service as far as its own state goes: connections, keys. */
@RegisterRestClient(configKey = "oncall")
@RegisterProvider(Refusals.class)
@Path("/api/v1")
interface SystemClient {
    record Setting(String key, String value) {}

    /** @param test what a live test would do; null where there is none */
    record Connection(String id, String title, boolean configured, List<Setting> settings, String test) {}

    record Tried(boolean worked, String said) {}

    /** @param prefix null for tokens older than the prefix */
    record Token(UUID id, String name, Ref owner, String prefix, Instant createdAt, Instant lastUsedAt) {}

    record Key(
            UUID id,
            Ref integration,
            Ref service,
            String kind,
            String prefix,
            Instant createdAt,
            Instant lastUsedAt,
            Instant expiresAt) {}

    @GET
    @Path("/admin/connections")
    Items<Connection> connections(@HeaderParam("Authorization") String bearer);

    @POST
    @Path("/admin/connections/{id}/test")
    Tried test(@HeaderParam("Authorization") String bearer, @PathParam("id") String id);

    @GET
    @Path("/api-tokens")
    Items<Token> tokens(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") String cursor);

    @DELETE
    @Path("/api-tokens/{id}")
    void revokeToken(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    @GET
    @Path("/integration-keys")
    Items<Key> keys(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") String cursor);

    @DELETE
    @Path("/services/{service}/integrations/{integration}/keys/{key}")
    void revokeKey(
            @HeaderParam("Authorization") String bearer,
            @PathParam("service") UUID service,
            @PathParam("integration") UUID integration,
            @PathParam("key") UUID key);
}
