package dev.tocsin.dashboard.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What other rooms know about an incident. */
final class RelatedClients {
    private RelatedClients() {}

    /** An earlier incident like one. @param because same-alert or same-words; resolvedAt may be null */
    record Like(
            UUID id,
            int number,
            String title,
            String state,
            String severity,
            Instant triggeredAt,
            Instant resolvedAt,
            String because) {}

    /** A check over some time in equal steps; a value of {@code millis} is null where nothing good was measured. */
    record Curve(
            String check, Instant from, Duration step, List<Double> millis, List<Long> failed, List<Long> probes) {}

    @RegisterRestClient(configKey = "oncall")
    @RegisterProvider(Refusals.class)
    @Path("/api/v1/incidents")
    interface Oncall {
        @GET
        @Path("/{id}/similar")
        Items<Like> similar(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);
    }

    @RegisterRestClient(configKey = "monitor")
    @RegisterProvider(Refusals.class)
    @Path("/api/v1/checks")
    interface Monitor {
        @GET
        @Path("/{id}/curve")
        Curve curve(
                @HeaderParam("Authorization") String bearer,
                @PathParam("id") UUID id,
                @QueryParam("from") String from,
                @QueryParam("to") String to);
    }
}
