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
    /** A check and how it is. Ids, reason, cause, maintenance, last result and the other kind's target may be null. */
    record Check(
            UUID id,
            String name,
            UUID serviceId,
            UUID teamId,
            String kind,
            Http http,
            Tcp tcp,
            Tls tls,
            Dns dns,
            Icmp icmp,
            List<String> conditions,
            Duration interval,
            Duration timeout,
            int failureThreshold,
            int failureWindow,
            int successThreshold,
            Duration degradedAfter,
            boolean detectFlapping,
            List<Parent> parents,
            boolean paused,
            int version,
            String state,
            Instant stateSince,
            String reason,
            String cause,
            boolean flapping,
            Quiet maintenance,
            Result lastResult,
            Duration worstCaseDetection,
            boolean hasAlert,
            Origin code) {
        public Check {
            parents = parents == null ? List.of() : parents;
            conditions = conditions == null ? List.of() : conditions;
        }

        /** Whether a lone failure is confirmed by asking again at once. */
        public boolean confirms() {
            return failureThreshold > 1;
        }

        /** Whether other results may stand between the failures. */
        public boolean scattered() {
            return failureWindow > failureThreshold;
        }

        /** What is asked: a URL, a host with its port, or what kind of check it is where it has no address. */
        public String target() {
            if (http != null) return http.url();
            if (tcp != null) return tcp.host() + ":" + tcp.port();
            if (tls != null) return tls.host() + ":" + tls.port();
            if (dns != null) return dns.name() + " " + dns.type();
            return icmp == null ? Words.newTitle(kind) : icmp.host();
        }
    }

    /** Where a check is edited when not here. */
    record Origin(String key, String file, int line) {}

    /** A check that another stands behind. */
    record Parent(UUID id, String name, String state) {}

    /** The maintenance window that is open for a check. */
    record Quiet(String name, Instant until) {}

    /** What was owed and done; {@code share} from 0 to 1. */
    record Debt(Duration window, long owed, long executed, long late, double share) {
        /** Far enough behind to say so in red. */
        public boolean behind() {
            return owed > 0 && share < 0.95;
        }

        /** Whole percent, never rounded up. */
        public int percent() {
            return (int) Math.floor(share * 100);
        }
    }

    /** One attempt as evidence; phases, status, address, certificate and body may be null. */
    record Attempt(
            Instant at,
            String outcome,
            String reason,
            Duration latency,
            Phases phases,
            Integer status,
            String address,
            Certificate certificate,
            String body,
            boolean confirming) {}

    record Certificate(String subject, String issuer, Instant notAfter, String serial) {}

    /** A failure that the next probe did not confirm. */
    record Slip(Instant from, Instant until, String reason, List<Attempt> attempts) {}

    /** What to ask of a website; each part but the address may be null. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Http(
            String url,
            String method,
            Map<String, String> headers,
            String body,
            String expectStatus,
            Duration maxLatency,
            String bodyContains,
            String username,
            String password,
            String token,
            Integer redirects,
            String version,
            TlsSettings tls) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Tcp(String host, int port, Boolean secure, String send, String expect, TlsSettings tls) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Tls(String host, Integer port, TlsSettings tls) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Dns(String name, String type, List<String> expect, String server) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Icmp(String host, Integer count) {}

    /** How to agree on TLS; certificates and key are PEM. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TlsSettings(Boolean insecure, String serverName, String authority, String certificate, String key) {}

    /** What became of a condition. */
    record Judged(String condition, boolean holds, String said, boolean degrading) {}

    /** One probe; reason, phases, status, address, body and conditions may be null. */
    record Result(
            Instant at,
            String outcome,
            String reason,
            Duration latency,
            Phases phases,
            Integer status,
            String address,
            String bodySample,
            List<Judged> conditions,
            boolean confirming) {}

    record Phases(Duration dns, Duration connect, Duration tls, Duration firstByte, Duration transfer) {}

    /** One state change; {@code deliveredAt} is null while its event is not delivered or has nobody to go to. */
    record Change(
            Instant at,
            String from,
            String to,
            String reason,
            String delivery,
            Instant deliveredAt,
            List<Attempt> attempts,
            List<String> differences) {
        public Change {
            attempts = attempts == null ? List.of() : attempts;
            differences = differences == null ? List.of() : differences;
        }
    }

    /** Time in each state, and uptime as a bound: fractions from 0 to 1. */
    record Uptime(
            Duration up,
            Duration degraded,
            Duration down,
            Duration maintenance,
            Duration unknown,
            double lower,
            double upper) {
        public Uptime {
            degraded = degraded == null ? Duration.ZERO : degraded;
            maintenance = maintenance == null ? Duration.ZERO : maintenance;
        }
    }

    /** All checks at a glance; debt and offlineSince may be null. */
    record Summary(
            int up,
            int degraded,
            int down,
            int unreachable,
            int unknown,
            int paused,
            int flapping,
            Debt debt,
            Instant offlineSince) {
        static final Summary NONE = new Summary(0, 0, 0, 0, 0, 0, 0, null, null);
    }

    /** A check as it is sent. Without {@code alert} nobody is told; an alert without a key keeps the one there is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Described(
            String name,
            UUID serviceId,
            UUID teamId,
            String kind,
            Http http,
            Tcp tcp,
            Tls tls,
            Dns dns,
            Icmp icmp,
            List<String> conditions,
            Duration interval,
            Duration timeout,
            Integer failureThreshold,
            Integer failureWindow,
            Integer successThreshold,
            Duration degradedAfter,
            Boolean detectFlapping,
            List<UUID> parentIds,
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
                    tls,
                    dns,
                    icmp,
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
    @Path("{id}/unconfirmed")
    List<Slip> unconfirmed(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, @QueryParam("limit") int limit);

    @GET
    @Path("{id}/debt")
    Debt debt(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @GET
    @Path("{id}/uptime")
    Uptime uptime(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            UUID id,
            @QueryParam("from") Instant from,
            @QueryParam("to") Instant to);
}
