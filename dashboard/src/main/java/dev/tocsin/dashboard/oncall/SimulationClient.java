package dev.tocsin.dashboard.oncall;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import dev.tocsin.dashboard.incidents.EntryLook;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** oncall-service as far as it says what would happen. */
@RegisterRestClient(configKey = "oncall")
@RegisterProvider(Refusals.class)
@Path("/api/v1/simulation")
interface SimulationClient {
    /** @param end {@code nothing-more}, or {@code goes-on} after {@code until} */
    record Simulation(Ref service, Instant at, Instant until, String urgency, String end, List<Move> moves) {
        public boolean goesOn() {
            return "goes-on".equals(end);
        }

        public long pages() {
            return moves.stream().filter(Move::page).count();
        }
    }

    /** One thing that would happen; a page has a method, an address and a step. {@code link} leads to the rule. */
    record Move(
            Instant at,
            String kind,
            String text,
            Ref person,
            String method,
            String address,
            Integer step,
            Integer cycle,
            String because,
            String link) {
        public boolean page() {
            return kind.equals("paged");
        }

        public EntryLook look() {
            return EntryLook.of(kind);
        }
    }

    @GET
    Simulation simulate(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("service") UUID service,
            @QueryParam("at") Instant at,
            @QueryParam("severity") String severity);
}
