package dev.tocsin.postmortem.probe;

import java.time.Instant;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import dev.tocsin.postmortem.facts.Curve;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** monitor-service as far as a report needs it. */
@RegisterRestClient(configKey = "monitor")
@Path("/api/v1/checks")
interface MonitorClient {
    @GET
    @Path("/{id}/curve")
    Curve curve(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            UUID id,
            @QueryParam("from") Instant from,
            @QueryParam("to") Instant to);
}
