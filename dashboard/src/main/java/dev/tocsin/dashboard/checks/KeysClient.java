package dev.tocsin.dashboard.checks;

import java.time.Instant;
import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The services a check can page for, and the keys by which it does, as oncall-service keeps them. */
@Path("/api/v1/services")
@RegisterRestClient(configKey = "oncall")
@RegisterProvider(Refusals.class)
interface KeysClient {
    record Service(UUID id, String name, Team team) {}

    record Team(UUID id, String name) {}

    /** A key without its secret; {@code lastUsedAt} is null for one nobody has used. */
    record Integration(UUID id, String name, Instant lastUsedAt) {}

    record NewIntegration(String name, String kind) {}

    record Key(UUID id, String routingKey) {}

    @GET
    Items<Service> services(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") String cursor);

    @GET
    @Path("{id}/integrations")
    Items<Integration> integrations(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @POST
    @Path("{id}/integrations")
    Key createKey(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, NewIntegration integration);

    @DELETE
    @Path("{id}/integrations/{integrationId}")
    void revoke(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, UUID integrationId);
}
