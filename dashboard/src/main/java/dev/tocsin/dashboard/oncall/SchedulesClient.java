package dev.tocsin.dashboard.oncall;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
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

/** Schedules as oncall-service keeps them. */
@Path("/api/v1")
@RegisterRestClient(configKey = "oncall")
@RegisterProvider(Refusals.class)
interface SchedulesClient {
    record Schedule(UUID id, String name, Ref team, ZoneId zone, List<Layer> layers, int version) {}

    /** People who take turns; {@code firstHandoff} is wall time in the schedule's zone. */
    record Layer(String name, String every, int length, LocalDateTime firstHandoff, List<Ref> members) {
        NewLayer again() {
            return new NewLayer(
                    name,
                    every,
                    length,
                    firstHandoff,
                    members.stream().map(Ref::id).toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Described(String name, UUID teamId, String zone, List<NewLayer> layers, Integer version) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NewLayer(String name, String every, int length, LocalDateTime firstHandoff, List<UUID> members) {}

    /** One stretch of the same cover; {@code personId} and {@code name} are null while nobody is on call. */
    record Shift(UUID personId, String name, Instant start, Instant end, boolean override) {}

    record Override(UUID id, Ref person, Instant start, Instant end) {}

    record NewOverride(UUID personId, Instant start, Instant end) {}

    /** One schedule at this moment; {@code now} and {@code next} are null when there is nobody. */
    record OnCall(Ref schedule, Ref team, ZoneId zone, Now now, Next next) {}

    record Now(UUID personId, String name, Instant until) {}

    record Next(UUID personId, String name, Instant from) {}

    @GET
    @Path("on-call")
    List<OnCall> onCall(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

    @POST
    @Path("schedules")
    Schedule create(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Described schedule);

    @GET
    @Path("schedules/{id}")
    Schedule schedule(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @PUT
    @Path("schedules/{id}")
    Schedule change(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, Described schedule);

    @DELETE
    @Path("schedules/{id}")
    void delete(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @GET
    @Path("schedules/{id}/shifts")
    List<Shift> shifts(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            UUID id,
            @QueryParam("from") Instant from,
            @QueryParam("to") Instant to);

    @POST
    @Path("schedules/{id}/preview-shifts")
    List<Shift> preview(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            UUID id,
            @QueryParam("from") Instant from,
            @QueryParam("to") Instant to,
            Described schedule);

    @GET
    @Path("schedules/{id}/overrides")
    Items<Override> overrides(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @POST
    @Path("schedules/{id}/overrides")
    Override addOverride(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, NewOverride override);

    @DELETE
    @Path("schedules/{id}/overrides/{overrideId}")
    void removeOverride(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, UUID overrideId);
}
