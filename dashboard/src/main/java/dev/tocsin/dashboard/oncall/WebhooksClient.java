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

/** Who outside is told, as oncall-service keeps it. */
@Path("/api/v1/webhooks")
@RegisterRestClient(configKey = "oncall")
@RegisterProvider(Refusals.class)
interface WebhooksClient {
    /** {@code state} is ok, failing or disabled; {@code team} is null when it is told of every team's incidents. */
    record Webhook(
            UUID id,
            String name,
            Ref team,
            String url,
            List<String> events,
            String state,
            Instant failingSince,
            Instant disabledAt,
            String disabledWhy,
            String secret,
            int version) {
        public boolean isDisabled() {
            return "disabled".equals(state);
        }

        public String tone() {
            return switch (state) {
                case "ok" -> "green";
                case "failing" -> "amber";
                default -> "red";
            };
        }

        public String icon() {
            return state.equals("ok") ? "tick" : "warn";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Described(String name, UUID teamId, String url, List<String> events, Integer version) {}

    /** One message and each try; {@code state} is pending, delivered or given-up. */
    record Delivery(
            UUID id,
            String event,
            UUID incidentId,
            Instant createdAt,
            String state,
            Instant nextTryAt,
            int attempts,
            String request,
            List<Try> tries) {
        public String tone() {
            return switch (state) {
                case "delivered" -> "green";
                case "pending" -> "amber";
                default -> "red";
            };
        }

        public String icon() {
            return switch (state) {
                case "delivered" -> "tick";
                case "pending" -> "clock";
                default -> "cross";
            };
        }
    }

    record Try(int n, Instant at, Integer status, Duration latency, String answer, String error) {}

    @GET
    Items<Webhook> list(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") String cursor);

    @POST
    Webhook create(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Described webhook);

    @GET
    @Path("{id}")
    Webhook webhook(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @PUT
    @Path("{id}")
    Webhook change(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, Described webhook);

    @DELETE
    @Path("{id}")
    void delete(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @POST
    @Path("{id}/rotate")
    Webhook rotate(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @POST
    @Path("{id}/enable")
    Webhook enable(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @POST
    @Path("{id}/test")
    Delivery test(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @GET
    @Path("{id}/deliveries")
    Items<Delivery> deliveries(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            UUID id,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") String cursor);

    @POST
    @Path("{id}/deliveries/{delivery}/redeliver")
    Delivery redeliver(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, UUID delivery);
}
