package dev.tocsin.dashboard.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Query;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

import static dev.tocsin.dashboard.web.Language.say;

/** oncall-service as far as incidents go. */
@RegisterRestClient(configKey = "oncall")
@RegisterProvider(Refusals.class)
@Path("/api/v1/incidents")
public interface IncidentsClient {
    /** What is open now, newest first, as much as one answer holds. */
    Query OPEN = Query.none().with("state", "triggered,acknowledged").with("limit", 200);

    record NewIncident(UUID serviceId, String title, String severity, Details details) {}

    /** What a person knows, in the shape in which tools send what they know. */
    record Details(String note) {}

    record NewNote(String text) {}

    record Nothing() {}

    /** How long, or until when: one of the two. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Snooze(Duration length, Instant until) {}

    /** To whom: one of the three. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record To(UUID personId, UUID scheduleId, UUID policyId) {}

    record Helper(UUID personId) {}

    /** @param outcome taken, already-acknowledged, already-resolved, resolved, escalated … */
    record Outcome(String outcome, String message) {
        boolean wasAlready() {
            return outcome != null && outcome.startsWith("already");
        }
    }

    /** @param action acknowledge or resolve, for each of them */
    record Many(String action, List<UUID> ids) {}

    /** @param done how many it was done to; the others say why not */
    record ManyDone(int done, List<One> items) {
        record One(String outcome, String message) {}

        Flash flash(String action) {
            var said = action.equals("resolve")
                    ? say(IncidentWords.class).ofResolved(done, items.size())
                    : say(IncidentWords.class).ofAcknowledged(done, items.size());
            if (done == items.size()) return Flash.good(said);
            var rest = items.stream()
                    .filter(one ->
                            one.outcome().startsWith("already") || one.outcome().equals("unknown"))
                    .map(One::message)
                    .distinct()
                    .limit(3)
                    .collect(Collectors.joining(" "));
            return Flash.warn(said + " " + rest);
        }
    }

    @POST
    @Path("/bulk")
    ManyDone bulk(@HeaderParam("Authorization") String bearer, Many many);

    @GET
    Items<IncidentRow> list(@HeaderParam("Authorization") String bearer, @RestQuery Map<String, String> query);

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
    @Path("/{id}/snooze")
    Outcome snooze(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id, Snooze snooze);

    @DELETE
    @Path("/{id}/snooze")
    Outcome wake(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    @POST
    @Path("/{id}/reassign")
    Outcome reassign(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id, To to);

    @POST
    @Path("/{id}/responders")
    Outcome askForHelp(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id, Helper helper);

    @POST
    @Path("/{id}/notes")
    void note(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id, NewNote note);
}
