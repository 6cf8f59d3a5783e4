package dev.tocsin.dashboard.oncall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Planned work on a service, as oncall-service keeps it. */
@Path("/api/v1/services/{service}/maintenance")
@RegisterRestClient(configKey = "oncall")
@RegisterProvider(Refusals.class)
interface MaintenanceClient {
    /** One window; {@code start} and {@code end} are wall times in {@code zone}, {@code state} active, upcoming or over. */
    record Window(
            UUID id,
            UUID serviceId,
            String title,
            String zone,
            LocalDateTime start,
            LocalDateTime end,
            String rrule,
            String state,
            List<Occurrence> ahead,
            Suppressed suppressed,
            String createdBy,
            int version) {
        public Window {
            ahead = ahead == null ? List.of() : List.copyOf(ahead);
        }

        public boolean isActive() {
            return state.equals("active");
        }

        public boolean isOver() {
            return state.equals("over");
        }

        /** The one that is going on, or the next; null when all are over. */
        public Occurrence nearest() {
            return ahead.isEmpty() ? null : ahead.getFirst();
        }

        /** "every week on Saturday" is for the calendar's own words; these are the rule's. */
        public boolean isRecurring() {
            return rrule != null;
        }
    }

    record Occurrence(Instant start, Instant end) {}

    record Suppressed(int incidents, int pages) {}

    record Kept(UUID incidentId, long number, String title, String state, Instant at, int pages) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Planned(
            String title,
            LocalDateTime start,
            LocalDateTime end,
            Duration length,
            String zone,
            String rrule,
            Integer version) {}

    record Nothing() {}

    @GET
    Items<Window> list(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID service, @QueryParam("limit") int limit);

    @POST
    Window plan(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID service, Planned window);

    @GET
    @Path("{id}")
    Window window(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID service, UUID id);

    @PUT
    @Path("{id}")
    Window change(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID service, UUID id, Planned window);

    @POST
    @Path("{id}/end")
    Window end(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID service, UUID id, Nothing nothing);

    @DELETE
    @Path("{id}")
    void delete(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID service, UUID id);

    @GET
    @Path("{id}/suppressed")
    Items<Kept> suppressed(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            UUID service,
            UUID id,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") String cursor);
}
