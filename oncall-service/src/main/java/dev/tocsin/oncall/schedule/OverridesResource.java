package dev.tocsin.oncall.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import dev.tocsin.oncall.Listing;
import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.Times;
import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.audit.Caller;
import dev.tocsin.oncall.people.Membership;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Overrides: somebody stands in for whoever would be on call. */
@Path("/api/v1/schedules/{id}/overrides")
@RolesAllowed("responder")
@Transactional
@RunOnVirtualThread
public class OverridesResource {
    private final Schedules schedules;
    private final Schedules.Overrides overrides;
    private final Membership membership;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    OverridesResource(
            Schedules schedules,
            Schedules.Overrides overrides,
            Membership membership,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.schedules = schedules;
        this.overrides = overrides;
        this.membership = membership;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    record OverrideRequest(
            @NotNull UUID personId,
            @NotNull Instant start,
            @NotNull Instant end) {}

    record OverrideView(UUID id, Ref person, Instant start, Instant end) {
        static OverrideView of(ScheduleOverride override, Map<UUID, String> names) {
            var person = new Ref(override.personId, names.get(override.personId));
            return new OverrideView(override.id, person, override.startAt, override.endAt);
        }
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Overrides that end after from (now by default), soonest first.")
    public Listing<OverrideView> list(UUID id, @QueryParam("from") String from) {
        schedules.require(id);
        var found = overrides.endingAfter(List.of(id), Times.read("from", from, clock.instant()));
        var names = membership.names(
                found.stream().map(override -> override.personId).collect(Collectors.toSet()));
        return Listing.whole(
                found.stream().map(override -> OverrideView.of(override, names)).toList());
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Put somebody on call for a window; a start in the past becomes now.")
    public OverrideView create(UUID id, @Valid @NotNull OverrideRequest request) {
        var schedule = schedules.locked(id);
        membership.requireEnabled("personId", List.of(request.personId()));
        var now = clock.instant();
        var asked = Times.sane("start", request.start());
        var start = asked.isBefore(now) ? now : asked;
        var end = Times.sane("end", request.end());
        if (!end.isAfter(start)) throw Problem.badField("end", "must be after start, and in the future");
        overrides.clashing(id, start, end).ifPresent(this::refuse);
        var override = ScheduleOverride.of(id, request.personId(), start, end, now);
        overrides.persist(override);
        var names = membership.names(List.of(request.personId()));
        audit.record(
                caller.actor(),
                "override.created",
                schedule.name,
                "%s from %s to %s".formatted(names.get(request.personId()), start, end));
        return OverrideView.of(override, names);
    }

    @DELETE
    @Path("/{overrideId}")
    @Operation(summary = "Take an override back; one that has begun ends now, one that is over stays true.")
    public void delete(UUID id, UUID overrideId) {
        var schedule = schedules.locked(id);
        var override = overrides
                .of(id, overrideId)
                .orElseThrow(() -> new NotFoundException("there is no override " + overrideId));
        var now = clock.instant();
        if (!override.endAt.isAfter(now)) throw Problem.conflict("this override is over: it stays true");
        if (override.startAt.isBefore(now)) override.endAt = now;
        else overrides.delete(override);
        audit.record(caller.actor(), "override.deleted", schedule.name, overrideId.toString());
    }

    private void refuse(ScheduleOverride clashing) {
        var name = membership.names(List.of(clashing.personId)).get(clashing.personId);
        throw Problem.conflict("%s already stands in from %s to %s (override %s)"
                .formatted(name, clashing.startAt, clashing.endAt, clashing.id));
    }
}
