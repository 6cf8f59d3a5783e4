package dev.tocsin.dashboard.wellbeing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What each service says of itself. */
final class WellbeingClients {
    private WellbeingClients() {}

    /** @param sinceAudit how long ago the database last said what is overdue; lastHeartbeat may be null */
    record Engine(
            String state,
            long overdueSteps,
            Duration engineLag,
            Duration sinceAudit,
            boolean heartbeatConfigured,
            Instant lastHeartbeat,
            boolean fallbackContact,
            Carrier carrier) {}

    /** Requests of the last five minutes. @param state idle, failing or ok */
    record Carrier(String state, long accepted, long refused) {}

    /** @param stoppedSince null while it works; {@code reason} says why not */
    record Channel(String kind, boolean configured, Instant stoppedSince, String reason) {}

    /** @param offlineSince null while the prober's own network is there */
    record Prober(Duration lag, Debt debt, Instant offlineSince) {}

    record Debt(long owed, long executed, double share) {}

    record Any() {}

    @RegisterRestClient(configKey = "oncall")
    @RegisterProvider(Refusals.class)
    @Path("/api/v1")
    interface Oncall {
        @GET
        @Path("/health")
        Engine engine(@HeaderParam("Authorization") String bearer);

        @GET
        @Path("/channels")
        List<Channel> channels(@HeaderParam("Authorization") String bearer);
    }

    @RegisterRestClient(configKey = "monitor")
    @RegisterProvider(Refusals.class)
    @Path("/api/v1/checks/summary")
    interface Monitor {
        @GET
        Prober prober(@HeaderParam("Authorization") String bearer);
    }

    @RegisterRestClient(configKey = "postmortem")
    @RegisterProvider(Refusals.class)
    @Path("/api/v1/postmortems")
    interface Postmortem {
        @GET
        Items<Any> any(@HeaderParam("Authorization") String bearer, @QueryParam("limit") int limit);
    }
}
