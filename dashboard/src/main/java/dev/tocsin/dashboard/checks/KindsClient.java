package dev.tocsin.dashboard.checks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Heartbeats, metrics and plugins as monitor-service keeps them: checks with a form of their own. */
@Path("/api/v1")
@RegisterRestClient(configKey = "monitor")
@RegisterProvider(Refusals.class)
interface KindsClient {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Heartbeat(Duration period, String cron, String zone, Duration grace, Duration maxRun) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Metrics(String url, String source, String expression, String unit, String authorization) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Plugin(String plugin, List<String> arguments, Map<String, String> secrets) {}

    /** A check of one of these kinds; two of the three targets are null, as may be its service and degradedAfter. */
    record Kept(
            UUID id,
            String name,
            UUID serviceId,
            String kind,
            Heartbeat heartbeat,
            Metrics metrics,
            Plugin plugin,
            List<String> conditions,
            Duration interval,
            Duration timeout,
            int failureThreshold,
            int failureWindow,
            int successThreshold,
            Duration degradedAfter,
            boolean detectFlapping,
            List<ChecksClient.Parent> parents,
            int version,
            boolean hasAlert,
            ChecksClient.Origin code) {
        public Kept {
            conditions = conditions == null ? List.of() : conditions;
            parents = parents == null ? List.of() : parents;
        }
    }

    /** A check as it is sent; what is null gets its usual value. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sent(
            String name,
            UUID serviceId,
            UUID teamId,
            String kind,
            Heartbeat heartbeat,
            Metrics metrics,
            Plugin plugin,
            List<String> conditions,
            Duration interval,
            Duration timeout,
            Integer failureThreshold,
            Integer failureWindow,
            Integer successThreshold,
            Duration degradedAfter,
            Boolean detectFlapping,
            List<UUID> parentIds,
            ChecksClient.Alert alert,
            Integer version) {
        Sent of(UUID team, ChecksClient.Alert to) {
            return new Sent(
                    name,
                    serviceId,
                    team,
                    kind,
                    heartbeat,
                    metrics,
                    plugin,
                    conditions,
                    interval,
                    timeout,
                    failureThreshold,
                    failureWindow,
                    successThreshold,
                    degradedAfter,
                    detectFlapping,
                    parentIds,
                    to,
                    version);
        }
    }

    /** How a job stands; what has not happened yet is null. */
    record Job(
            String standing,
            Instant expected,
            Instant deadline,
            List<Instant> ahead,
            Instant succeeded,
            Instant failed,
            Instant running,
            Duration took,
            Key key,
            String pingUrl) {
        /** The address to call, with dots for the secret. */
        public String shownUrl() {
            return pingUrl + "<secret>";
        }
    }

    record Key(String hint, Instant madeAt, Instant previousUntil) {}

    /** A secret, shown once. */
    record NewKey(String key, String url, String hint, Instant previousUntil) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KeyWish(Duration keepOldFor) {}

    /** One call; exit code, length, body, address and agent may be null. */
    record Call(
            long number,
            Instant at,
            String kind,
            Integer exitCode,
            Duration took,
            String body,
            String address,
            String agent) {}

    record Preview(List<Instant> next) {}

    /** Whether plugins are run; directory and memory (MiB) may be null. */
    record Plugins(
            boolean on, String directory, List<String> names, int parallel, Integer memory, boolean endsSessions) {}

    @GET
    @Path("checks/{id}")
    Kept check(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @POST
    @Path("checks")
    Kept create(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Sent check);

    @PUT
    @Path("checks/{id}")
    Kept change(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, Sent check);

    @POST
    @Path("checks/try")
    ChecksClient.Result tryOnce(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Sent check);

    @GET
    @Path("checks/{id}/heartbeat")
    Job job(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @GET
    @Path("checks/{id}/heartbeat/signals")
    List<Call> calls(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, @QueryParam("limit") int limit);

    @POST
    @Path("checks/{id}/heartbeat/key")
    NewKey newKey(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, KeyWish wish);

    @GET
    @Path("checks/heartbeat-preview")
    Preview preview(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("cron") String cron,
            @QueryParam("zone") String zone);

    @GET
    @Path("plugins")
    Plugins plugins(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);
}
