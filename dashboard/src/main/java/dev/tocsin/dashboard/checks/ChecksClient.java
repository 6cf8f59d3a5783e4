package dev.tocsin.dashboard.checks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

/** Checks and their history as monitor-service keeps them. */
@Path("/api/v1/checks")
@RegisterRestClient(configKey = "monitor")
@RegisterProvider(Refusals.class)
interface ChecksClient {
    /** A check and how it is. Ids, reason, last result and the other kind's target may be null. */
    record Check(
            UUID id,
            String name,
            UUID serviceId,
            UUID teamId,
            String kind,
            Http http,
            Tcp tcp,
            Duration interval,
            Duration timeout,
            int failureThreshold,
            int successThreshold,
            boolean paused,
            int version,
            String state,
            Instant stateSince,
            String reason,
            Result lastResult,
            Duration worstCaseDetection,
            boolean hasAlert) {
        /** What is asked: a URL or a host with its port. */
        public String target() {
            return http == null ? tcp.host() + ":" + tcp.port() : http.url();
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Http(
            String url,
            String method,
            Map<String, String> headers,
            String body,
            String expectStatus,
            Duration maxLatency,
            String bodyContains) {}

    record Tcp(String host, int port) {}

    /** One probe; reason, phases, status, address and body may be null. */
    record Result(
            Instant at,
            String outcome,
            String reason,
            Duration latency,
            Phases phases,
            Integer status,
            String address,
            String bodySample) {}

    record Phases(Duration dns, Duration connect, Duration tls, Duration firstByte, Duration transfer) {}

    /** One state change; {@code deliveredAt} is null while its event is not delivered or has nobody to go to. */
    record Change(Instant at, String from, String to, String reason, String delivery, Instant deliveredAt) {}

    /** One step of the latency series, in milliseconds; null where nothing was measured. */
    record Point(Instant at, Double p50, Double p95, Double max, long up, long down) {}

    /** Time in each state, and uptime as a bound: fractions from 0 to 1. */
    record Uptime(Duration up, Duration down, Duration unknown, double lower, double upper) {}

    record Summary(int up, int down, int unknown, int paused) {}

    /** A check as it is sent. Without {@code alert} nobody is told; an alert without a key keeps the one there is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Described(
            String name,
            UUID serviceId,
            UUID teamId,
            String kind,
            Http http,
            Tcp tcp,
            Duration interval,
            Duration timeout,
            Integer failureThreshold,
            Integer successThreshold,
            Alert alert,
            Integer version) {
        Described alerting(Alert to) {
            return new Described(
                    name,
                    serviceId,
                    teamId,
                    kind,
                    http,
                    tcp,
                    interval,
                    timeout,
                    failureThreshold,
                    successThreshold,
                    to,
                    version);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Alert(String routingKey) {}

    @GET
    Items<Check> list(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("state") String state,
            @QueryParam("team") UUID team,
            @QueryParam("service") UUID service,
            @QueryParam("q") String q,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") String cursor);

    @GET
    @Path("summary")
    Summary summary(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

    @POST
    Check create(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Described check);

    @POST
    @Path("try")
    Result tryOnce(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Described check);

    @GET
    @Path("{id}")
    Check check(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @PUT
    @Path("{id}")
    Check change(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, Described check);

    @DELETE
    @Path("{id}")
    void delete(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @POST
    @Path("{id}/run")
    Result run(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @POST
    @Path("{id}/pause")
    Check pause(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @POST
    @Path("{id}/resume")
    Check resume(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @GET
    @Path("{id}/results")
    List<Result> results(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            UUID id,
            @QueryParam("before") Instant before,
            @QueryParam("limit") int limit);

    @GET
    @Path("{id}/changes")
    List<Change> changes(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, @QueryParam("limit") int limit);

    @GET
    @Path("{id}/latency")
    List<Point> latency(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            UUID id,
            @QueryParam("from") Instant from,
            @QueryParam("to") Instant to,
            @QueryParam("points") int points);

    @GET
    @Path("{id}/uptime")
    Uptime uptime(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            UUID id,
            @QueryParam("from") Instant from,
            @QueryParam("to") Instant to);
}
