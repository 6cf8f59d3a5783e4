package dev.tocsin.dashboard.oncall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Services, the keys by which tools report to them, and their incidents, as oncall-service keeps them. */
@Path("/api/v1")
@RegisterRestClient(configKey = "oncall")
@RegisterProvider(Refusals.class)
interface ServicesClient {
    /** One service; description, runbook and time-out may be null. */
    record Service(
            UUID id,
            String name,
            String description,
            Ref team,
            Ref policy,
            String runbookUrl,
            Duration ackTimeout,
            Duration autoResolve,
            String urgency,
            int version) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Described(
            String name,
            String description,
            UUID teamId,
            UUID policyId,
            String runbookUrl,
            Duration ackTimeout,
            Duration autoResolve,
            String urgency,
            Integer version) {}

    /** A tool that reports, without the secrets of its keys; {@code lastUsedAt} is null while nobody has used one. */
    record Integration(
            UUID id, String name, String kind, String keyPrefix, Instant lastUsedAt, List<IntegrationKey> keys) {
        /** What the tool is, in its own name. */
        public String tool() {
            return Tool.named(kind).label();
        }

        /** Whether we must be told where its JSON keeps what. */
        public boolean mapped() {
            return Tool.named(kind) == Tool.GENERIC;
        }
    }

    /** One key's front; {@code expiresAt} is set once a newer one has replaced it. */
    record IntegrationKey(UUID id, String prefix, Instant lastUsedAt, Instant expiresAt) {}

    record NewIntegration(String name, String kind) {}

    record Rotation(Duration grace) {}

    /** The key, which is told only once, and how to set the tool up with it. */
    record Key(UUID id, String name, String kind, String routingKey, Setup setup) {}

    record Setup(String url, String where, String text) {}

    record Incident(UUID id, long number, String title, String state, String severity, Instant triggeredAt) {}

    @GET
    @Path("services")
    Items<Service> list(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") String cursor);

    @POST
    @Path("services")
    Service create(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Described service);

    @GET
    @Path("services/{id}")
    Service service(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @PUT
    @Path("services/{id}")
    Service change(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, Described service);

    @DELETE
    @Path("services/{id}")
    void delete(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @GET
    @Path("services/{id}/integrations")
    Items<Integration> integrations(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @POST
    @Path("services/{id}/integrations")
    Key createKey(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, NewIntegration integration);

    @POST
    @Path("services/{id}/integrations/{integrationId}/rotate")
    Key rotate(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, UUID integrationId, Rotation rotation);

    @DELETE
    @Path("services/{id}/integrations/{integrationId}/keys/{keyId}")
    void revokeKey(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, UUID integrationId, UUID keyId);

    @DELETE
    @Path("services/{id}/integrations/{integrationId}")
    void revoke(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, UUID integrationId);

    @GET
    @Path("incidents")
    Items<Incident> incidents(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("service") UUID service,
            @QueryParam("limit") int limit);
}
