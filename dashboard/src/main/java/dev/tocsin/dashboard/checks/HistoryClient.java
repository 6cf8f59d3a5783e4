package dev.tocsin.dashboard.checks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import dev.tocsin.dashboard.checks.ChecksClient.Phases;
import dev.tocsin.dashboard.checks.ChecksClient.Uptime;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What checks were like, as monitor-service has rolled it up. */
@Path("/api/v1/checks")
@RegisterRestClient(configKey = "monitor")
@RegisterProvider(Refusals.class)
interface HistoryClient {
    /** The history of a check in steps of one length, and all of them together. */
    record History(Instant from, Instant to, Duration step, List<Step> steps, Step total) {}

    /** One step; latencies in milliseconds, null where nothing was good; phases are means, and may be null. */
    record Step(
            Instant at,
            Uptime uptime,
            long probes,
            long good,
            long slow,
            long failed,
            long unanswered,
            Double p50,
            Double p95,
            Double p99,
            Double max,
            Phases phases) {}

    /** A check's last day: uptime, and the p95 of each hour, null where nothing was good. */
    record Glance(UUID id, Uptime uptime, List<Double> p95) {}

    @GET
    @Path("{id}/history")
    History history(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, @QueryParam("range") String range);

    @GET
    @Path("glances")
    List<Glance> glances(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @QueryParam("id") List<UUID> ids);

    @GET
    @Path("{id}/history.csv")
    @Produces("text/csv")
    String historyCsv(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, @QueryParam("range") String range);

    @GET
    @Path("{id}/results.csv")
    @Produces("text/csv")
    String resultsCsv(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            UUID id,
            @QueryParam("from") Instant from,
            @QueryParam("to") Instant to);
}
