package dev.tocsin.dashboard.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Ref;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What each service finds, the best first. */
final class SearchClients {
    private SearchClients() {}

    record Company(
            List<Incident> incidents,
            List<Named> people,
            List<Named> teams,
            List<Named> services,
            List<Named> schedules,
            List<Named> policies) {}

    record Incident(
            UUID id, int number, String title, String state, String severity, String service, Instant triggeredAt) {}

    /** @param under what it belongs to, empty for nothing */
    record Named(UUID id, String name, String under) {}

    record Check(UUID id, String name, String state, String reason) {}

    record Report(UUID id, String title, String hook, String state, Ref service) {
        String href() {
            return "/postmortems/" + id + ("published".equals(state) ? "" : "/edit");
        }
    }

    @RegisterRestClient(configKey = "oncall")
    @RegisterProvider(Refusals.class)
    @Path("/api/v1/search")
    interface Oncall {
        @GET
        Company find(
                @HeaderParam("Authorization") String bearer, @QueryParam("q") String q, @QueryParam("limit") int limit);
    }

    @RegisterRestClient(configKey = "monitor")
    @RegisterProvider(Refusals.class)
    @Path("/api/v1/checks")
    interface Monitor {
        @GET
        Items<Check> find(
                @HeaderParam("Authorization") String bearer, @QueryParam("q") String q, @QueryParam("limit") int limit);
    }

    @RegisterRestClient(configKey = "postmortem")
    @RegisterProvider(Refusals.class)
    @Path("/api/v1/postmortems")
    interface Postmortem {
        @GET
        Items<Report> find(
                @HeaderParam("Authorization") String bearer, @QueryParam("q") String q, @QueryParam("limit") int limit);
    }
}
