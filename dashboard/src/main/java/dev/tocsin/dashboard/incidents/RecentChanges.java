package dev.tocsin.dashboard.incidents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What was changed on a service in the day before an incident. */
@Path("/api/v1/change-events")
@RegisterRestClient(configKey = "oncall")
@RegisterProvider(Refusals.class)
interface RecentChanges {
    record Change(UUID id, String summary, String source, Instant observedAt, List<Incident.Link> links) {}

    @GET
    Items<Change> before(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("incident") UUID incident,
            @QueryParam("limit") int limit);
}
