package dev.tocsin.dashboard.oncall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
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

import com.fasterxml.jackson.annotation.JsonFormat;
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
    record Schedule(
            UUID id, String name, Ref team, ZoneId zone, List<Layer> layers, int version, Instant effectiveFrom) {

        /** The layers as they rule: the one that wins comes first. */
        public List<Layer> topFirst() {
            return layers.reversed();
        }
    }

    /** People who take turns; wall times are of the schedule's zone. {@code start} and {@code end} may be null. */
    record Layer(
            String name,
            String every,
            int length,
            LocalDateTime firstHandoff,
            List<Ref> members,
            LocalDateTime start,
            LocalDateTime end,
            List<Restriction> restrictions) {
        public Layer {
            restrictions = restrictions == null ? List.of() : restrictions;
        }
    }

    /** The layer works on these days from one wall time to another, across midnight when the second is not later. */
    record Restriction(
            List<String> days,
            @JsonFormat(pattern = "HH:mm") LocalTime from,
            @JsonFormat(pattern = "HH:mm") LocalTime to) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Described(
            String name, UUID teamId, String zone, List<NewLayer> layers, Integer version, Instant effectiveFrom) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NewLayer(
            String name,
            String every,
            int length,
            LocalDateTime firstHandoff,
            List<UUID> members,
            LocalDateTime start,
            LocalDateTime end,
            List<Restriction> restrictions) {}

    /** One stretch of the same cover; nobody is on call while {@code people} is empty. */
    record Shift(
            UUID personId,
            String name,
            Instant start,
            Instant end,
            boolean override,
            boolean temporary,
            List<OnDuty> people) {
        public Shift {
            people = people == null ? List.of() : people;
        }

        boolean has(UUID person) {
            return people.stream().anyMatch(on -> on.id().equals(person));
        }
    }

    /** Somebody on call, {@code because} of a layer, an override or a temporary schedule. */
    record OnDuty(UUID id, String name, String because) {}

    /** @param kind replace, add or remove @param replaces whose place is taken, null for that of anyone */
    record Override(UUID id, String kind, Ref person, Ref replaces, Instant start, Instant end) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NewOverride(String kind, UUID personId, UUID replacesId, Instant start, Instant end) {}

    record Temporary(UUID id, String name, Instant start, Instant end, List<Fixed> shifts) {}

    record Fixed(Ref person, Instant start, Instant end) {}

    record NewTemporary(String name, Instant start, Instant end, List<NewFixed> shifts) {}

    record NewFixed(UUID personId, Instant start, Instant end) {}

    /** What an edit would change in the next eight weeks. */
    record Changes(Instant from, Instant to, List<Change> people, List<Stretch> gapsOpened, List<Stretch> gapsClosed) {
        boolean isEmpty() {
            return people.isEmpty() && gapsOpened.isEmpty() && gapsClosed.isEmpty();
        }
    }

    record Change(Ref person, List<Stretch> gained, List<Stretch> lost, Duration before, Duration after) {}

    record Stretch(Instant start, Instant end) {}

    /** A shift of the reader. */
    record MyShift(Ref schedule, Instant start, Instant end, String because) {}

    /** One schedule at this moment; {@code now} and {@code next} are null when there is nobody. */
    record OnCall(Ref schedule, Ref team, ZoneId zone, Now now, Next next) {}

    record Now(UUID personId, String name, String fault, Instant until, List<Carrier> people) {
        public Now {
            people = people == null ? List.of(new Carrier(personId, name, fault)) : people;
        }
    }

    /** @param fault why no page reaches them, "texted STOP", null when one does */
    record Carrier(UUID id, String name, String fault) {}

    record Next(UUID personId, String name, String fault, Instant from) {}

    @GET
    @Path("me/shifts")
    List<MyShift> mine(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("from") Instant from,
            @QueryParam("to") Instant to);

    @POST
    @Path("schedules/preview-shifts")
    List<Shift> imagine(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("from") Instant from,
            @QueryParam("to") Instant to,
            Described schedule);

    @POST
    @Path("schedules/{id}/preview-changes")
    Changes changes(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, Described schedule);

    @GET
    @Path("schedules/{id}/temporaries")
    Items<Temporary> temporaries(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @POST
    @Path("schedules/{id}/temporaries")
    Temporary addTemporary(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, NewTemporary temporary);

    @DELETE
    @Path("schedules/{id}/temporaries/{temporaryId}")
    void removeTemporary(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, UUID temporaryId);

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
