package dev.tocsin.oncall.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import dev.tocsin.oncall.people.Rights;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Temporary schedules: for a while only fixed shifts count, whatever layers and overrides say. */
@Path("/api/v1/schedules/{id}/temporaries")
@RolesAllowed("responder")
@Transactional
@RunOnVirtualThread
public class TemporariesResource {
    private static final int MOST_SHIFTS = 150;

    private final Schedules schedules;
    private final Schedules.Temporaries temporaries;
    private final Membership membership;
    private final Rights rights;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    TemporariesResource(
            Schedules schedules,
            Schedules.Temporaries temporaries,
            Membership membership,
            Rights rights,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.schedules = schedules;
        this.temporaries = temporaries;
        this.membership = membership;
        this.rights = rights;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    record FixedRequest(
            @NotNull UUID personId,
            @NotNull Instant start,
            @NotNull Instant end) {}

    record TemporaryRequest(
            @NotBlank @Size(max = 100) String name,
            @NotNull Instant start,
            @NotNull Instant end,
            @NotNull @Size(min = 1, max = MOST_SHIFTS) List<@NotNull @Valid FixedRequest> shifts) {

        private Set<UUID> people() {
            return shifts.stream().map(FixedRequest::personId).collect(Collectors.toSet());
        }
    }

    record FixedView(Ref person, Instant start, Instant end) {}

    record TemporaryView(UUID id, String name, Instant start, Instant end, List<FixedView> shifts) {
        static TemporaryView of(Temporary temporary, Map<UUID, String> names) {
            return new TemporaryView(
                    temporary.id(),
                    temporary.name(),
                    temporary.start(),
                    temporary.end(),
                    temporary.shifts().stream()
                            .map(shift -> new FixedView(
                                    new Ref(shift.person(), names.get(shift.person())), shift.start(), shift.end()))
                            .toList());
        }
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Temporary schedules that end after from (now by default), soonest first.")
    public Listing<TemporaryView> list(UUID id, @QueryParam("from") String from) {
        schedules.require(id);
        var found = temporaries.endingAfter(List.of(id), Times.read("from", from, clock.instant())).stream()
                .map(TemporarySchedule::temporary)
                .toList();
        var names = names(found);
        return Listing.whole(found.stream()
                .map(temporary -> TemporaryView.of(temporary, names))
                .toList());
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            summary = "Replace everything in a window by fixed shifts, at most 150; a start in the past becomes now.",
            description = "Where no shift is given nobody is on call. 409 names the temporary schedule it meets.")
    public TemporaryView create(UUID id, @Valid @NotNull TemporaryRequest request) {
        var schedule = schedules.locked(id);
        rights.mustRespondFor(schedule.teamId);
        var now = clock.instant();
        var window = Window.fromNow(request.start(), request.end(), now);
        var enabled = membership.enabled(request.people());
        var temporary = new Temporary(
                UUID.randomUUID(), request.name().strip(), window.start(), window.end(), fixed(request, enabled, now));
        temporaries.clashing(id, window.start(), window.end()).ifPresent(other -> {
            throw Problem.conflict("it meets the temporary schedule %s from %s to %s (%s)"
                    .formatted(other.name, other.startAt, other.endAt, other.id));
        });
        temporaries.persist(TemporarySchedule.of(id, temporary, now));
        audit.record(
                caller.actor(),
                "temporary.created",
                schedule.name,
                "%s from %s to %s".formatted(temporary.name(), temporary.start(), temporary.end()));
        return TemporaryView.of(temporary, names(List.of(temporary)));
    }

    @DELETE
    @Path("/{temporaryId}")
    @Operation(summary = "Take a temporary schedule back; one that has begun ends now, one that is over stays true.")
    public void delete(UUID id, UUID temporaryId) {
        var schedule = schedules.locked(id);
        rights.mustRespondFor(schedule.teamId);
        var temporary = temporaries
                .of(id, temporaryId)
                .orElseThrow(() -> new NotFoundException("there is no temporary schedule " + temporaryId));
        var now = clock.instant();
        if (!temporary.endAt.isAfter(now)) throw Problem.conflict("this temporary schedule is over: it stays true");
        if (temporary.startAt.isBefore(now)) temporary.endAt = now;
        else temporaries.delete(temporary);
        audit.record(caller.actor(), "temporary.deleted", schedule.name, temporary.name);
    }

    /** The shifts, each inside of the window as it was asked for; those that are over are left out. */
    private static List<Temporary.Fixed> fixed(TemporaryRequest request, Set<UUID> enabled, Instant now) {
        var fixed = new ArrayList<Temporary.Fixed>();
        for (var i = 0; i < request.shifts().size(); i++) {
            var shift = request.shifts().get(i);
            var field = "shifts[%d].".formatted(i);
            var start = Times.sane(field + "start", shift.start());
            var end = Times.sane(field + "end", shift.end());
            if (!enabled.contains(shift.personId()))
                throw Problem.badField(field + "personId", "is nobody we know, or somebody disabled");
            if (!end.isAfter(start)) throw Problem.badField(field + "end", "must be after its start");
            if (start.isBefore(request.start())) throw Problem.badField(field + "start", "is before the window");
            if (end.isAfter(request.end())) throw Problem.badField(field + "end", "is after the window");
            if (end.isAfter(now))
                fixed.add(new Temporary.Fixed(shift.personId(), start.isBefore(now) ? now : start, end));
        }
        return fixed;
    }

    private Map<UUID, String> names(List<Temporary> temporaries) {
        return membership.names(temporaries.stream()
                .flatMap(temporary -> temporary.shifts().stream())
                .map(Temporary.Fixed::person)
                .collect(Collectors.toSet()));
    }
}
