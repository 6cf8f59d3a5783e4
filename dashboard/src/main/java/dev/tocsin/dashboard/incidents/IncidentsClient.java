package dev.tocsin.dashboard.incidents;

import java.time.Instant;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** oncall-service as far as incidents go. */
@RegisterRestClient(configKey = "oncall")
@RegisterProvider(Refusals.class)
@Path("/api/v1/incidents")
public interface IncidentsClient {
    /** What to list; null fields do not narrow. */
    record Query(
            @QueryParam("state") String state,
            @QueryParam("team") String team,
            @QueryParam("service") String service,
            @QueryParam("severity") String severity,
            @QueryParam("mine") Boolean mine,
            @QueryParam("from") Instant from,
            @QueryParam("to") Instant to,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        /** What is open now, newest first, as much as one answer holds. */
        public static Query open() {
            return new Query("triggered,acknowledged", null, null, null, null, null, null, 200, null);
        }

        Query after(String next, int size) {
            return new Query(state, team, service, severity, mine, from, to, size, next);
        }
    }

    record NewIncident(UUID serviceId, String title, String severity, String details) {}

    record NewNote(String text) {}

    record Nothing() {}

    /** @param outcome taken, already-acknowledged, already-resolved, resolved, escalated … */
    record Outcome(String outcome, String message) {
        boolean wasAlready() {
            return outcome != null && outcome.startsWith("already");
        }
    }

    @GET
    Items<IncidentRow> list(@HeaderParam("Authorization") String bearer, @BeanParam Query query);

    @GET
    @Path("/{id}")
    Incident find(@HeaderParam("Authorization") String bearer, @PathParam("id") String id);

    @POST
    IncidentRow raise(@HeaderParam("Authorization") String bearer, NewIncident incident);

    /** @param action acknowledge, resolve or escalate */
    @POST
    @Path("/{id}/{action}")
    Outcome act(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") UUID id,
            @PathParam("action") String action,
            Nothing nothing);

    @POST
    @Path("/{id}/notes")
    void note(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id, NewNote note);
}
