package dev.tocsin.dashboard.board;

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

/** The few things the board reads from each service. */
final class BoardClients {
    private BoardClients() {}

    /** Who is on call on one schedule; now and next are null when nobody is. */
    record OnCall(Ref schedule, Ref team, String zone, Now now, Next next) {}

    record Now(UUID personId, String name, Instant until) {}

    record Next(UUID personId, String name, Instant from) {}

    /** Whether we get to all checks; {@code debt} may be null. */
    record Summary(Debt debt) {
        /** Whole percent of the probes we owed, never rounded up; only worth a word below 95. */
        public int percentRun() {
            return debt == null || debt.owed == 0 ? 100 : (int) Math.floor(debt.share * 100);
        }
    }

    /** Probes owed lately and the share of them that we ran, from 0 to 1. */
    record Debt(long owed, double share) {}

    record Postmortem(UUID id, String state, String title, Ref service, Instant dueAt, Instant updatedAt, String hook) {
        public boolean isDraft() {
            return "draft".equals(state);
        }

        public String href() {
            return "/postmortems/" + id + (isDraft() ? "/edit" : "");
        }
    }

    @RegisterRestClient(configKey = "oncall")
    @RegisterProvider(Refusals.class)
    @Path("/api/v1/on-call")
    interface Rota {
        @GET
        List<OnCall> now(@HeaderParam("Authorization") String bearer);
    }

    @RegisterRestClient(configKey = "monitor")
    @RegisterProvider(Refusals.class)
    @Path("/api/v1/checks")
    interface Checks {
        @GET
        @Path("/summary")
        Summary summary(@HeaderParam("Authorization") String bearer);
    }

    @RegisterRestClient(configKey = "postmortem")
    @RegisterProvider(Refusals.class)
    @Path("/api/v1/postmortems")
    interface Postmortems {
        @GET
        Items<Postmortem> latest(@HeaderParam("Authorization") String bearer, @QueryParam("limit") int limit);

        @GET
        Items<Postmortem> of(
                @HeaderParam("Authorization") String bearer,
                @QueryParam("owner") UUID owner,
                @QueryParam("state") String state,
                @QueryParam("limit") int limit);
    }
}
