package dev.tocsin.oncall.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
import dev.tocsin.oncall.people.Rights;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Overrides: for a while somebody else is on call than the layers say. */
@Path("/api/v1/schedules/{id}/overrides")
@RolesAllowed("responder")
@Transactional
@RunOnVirtualThread
public class OverridesResource {
    private final Schedules schedules;
    private final Schedules.Overrides overrides;
    private final Membership membership;
    private final Rights rights;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    OverridesResource(
            Schedules schedules,
            Schedules.Overrides overrides,
            Membership membership,
            Rights rights,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.schedules = schedules;
        this.overrides = overrides;
        this.membership = membership;
        this.rights = rights;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param kind replace when absent
     * @param personId who comes, or for remove who goes
     * @param replacesId for replace only: whose place is taken; absent: that of whoever is on call
     */
    record OverrideRequest(
            Stint.Kind kind,
            @NotNull UUID personId,
            UUID replacesId,
            @NotNull Instant start,
            @NotNull Instant end) {

        private Stint stint(Window window) {
            var given = Optional.ofNullable(kind).orElse(Stint.Kind.REPLACE);
            if (replacesId != null && given != Stint.Kind.REPLACE)
                throw Problem.badField("replacesId", "belongs to overrides of the kind replace only");
            if (personId.equals(replacesId)) throw Problem.badField("replacesId", "is the same person");
            return new Stint(UUID.randomUUID(), given, personId, replacesId, window.start(), window.end());
        }

        private List<UUID> people() {
            return Stream.of(personId, replacesId).filter(Objects::nonNull).toList();
        }
    }

    record OverrideView(UUID id, Stint.Kind kind, Ref person, Ref replaces, Instant start, Instant end) {
        static OverrideView of(ScheduleOverride override, Map<UUID, String> names) {
            var person = new Ref(override.personId, names.get(override.personId));
            var replaces =
                    override.replacesId == null ? null : new Ref(override.replacesId, names.get(override.replacesId));
            return new OverrideView(override.id, override.kind, person, replaces, override.startAt, override.endAt);
        }
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Overrides that end after from (now by default), soonest first.")
    public Listing<OverrideView> list(UUID id, @QueryParam("from") String from) {
        schedules.require(id);
        var found = overrides.endingAfter(List.of(id), Times.read("from", from, clock.instant()));
        var names = membership.names(found.stream()
                .flatMap(override -> Stream.of(override.personId, override.replacesId))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return Listing.whole(
                found.stream().map(override -> OverrideView.of(override, names)).toList());
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            summary = "Add, remove or replace somebody for a window; a start in the past becomes now.",
            description = "409 names the override it clashes with: one that meets it in time and concerns the same"
                    + " person, or that replaces whoever is on call. Removing or replacing somebody who is not on call"
                    + " changes nothing.")
    public OverrideView create(UUID id, @Valid @NotNull OverrideRequest request) {
        var schedule = schedules.locked(id);
        rights.mustRespondFor(schedule.teamId);
        membership.requireEnabled("personId", List.of(request.personId()));
        if (request.replacesId() != null) membership.requirePerson("replacesId", request.replacesId());
        var now = clock.instant();
        var stint = request.stint(Window.fromNow(request.start(), request.end(), now));
        overrides.clashing(id, stint).ifPresent(this::refuse);
        var override = ScheduleOverride.of(id, stint, now);
        overrides.persist(override);
        var names = membership.names(request.people());
        audit.record(caller.actor(), "override.created", schedule.name, words(override, names));
        return OverrideView.of(override, names);
    }

    @DELETE
    @Path("/{overrideId}")
    @Operation(summary = "Take an override back; one that has begun ends now, one that is over stays true.")
    public void delete(UUID id, UUID overrideId) {
        var schedule = schedules.locked(id);
        rights.mustRespondFor(schedule.teamId);
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
        var names = membership.names(Stream.of(clashing.personId, clashing.replacesId)
                .filter(Objects::nonNull)
                .toList());
        throw Problem.conflict("it clashes with the override %s (%s)".formatted(words(clashing, names), clashing.id));
    }

    /** "Ben stands in for Asha from … to …". */
    private static String words(ScheduleOverride override, Map<UUID, String> names) {
        var who = names.get(override.personId);
        var what = switch (override.kind) {
            case REPLACE ->
                override.replacesId == null
                        ? who + " stands in"
                        : "%s stands in for %s".formatted(who, names.get(override.replacesId));
            case REMOVE -> who + " is off";
            case ADD -> who + " is on call too";
        };
        return "%s from %s to %s".formatted(what, override.startAt, override.endAt);
    }
}
