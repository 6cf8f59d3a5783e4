package dev.tocsin.oncall.schedule;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import dev.tocsin.oncall.Listing;
import dev.tocsin.oncall.Usages;
import dev.tocsin.oncall.Versions;
import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.audit.Caller;
import dev.tocsin.oncall.people.Membership;
import dev.tocsin.oncall.people.Rights;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Schedules: who is on call when, and who would be after an edit. */
@Path("/api/v1/schedules")
@RolesAllowed("responder")
@Transactional
@RunOnVirtualThread
public class SchedulesResource {
    private static final Duration COMPARED = Duration.ofDays(56);

    private final Schedules schedules;
    private final Schedules.Plans plans;
    private final Drafting drafting;
    private final Membership membership;
    private final Rights rights;
    private final Usages usages;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    SchedulesResource(
            Schedules schedules,
            Schedules.Plans plans,
            Drafting drafting,
            Membership membership,
            Rights rights,
            Usages usages,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.schedules = schedules;
        this.plans = plans;
        this.drafting = drafting;
        this.membership = membership;
        this.rights = rights;
        this.usages = usages;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Schedules by name.")
    public Listing<ScheduleView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        var page = schedules.page(cursor, limit);
        return new Listing<>(views(page.items()), page.next());
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Draw up a schedule.")
    public ScheduleView create(@Valid @NotNull ScheduleRequest request) {
        var team = membership.requireTeam("teamId", request.teamId());
        rights.mustManage(team.id());
        var schedule = Schedule.drawnUp(request.name(), team.id(), clock.instant());
        schedules.refuseTaken(schedule.name, schedule.id);
        var plan = drafting.first(request);
        schedules.persistAndFlush(schedule);
        drafting.keep(schedule.id, plan);
        audit.record(caller.actor(), "schedule.created", schedule.name, team.name());
        return view(schedule);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Operation(summary = "One schedule, as its newest edit has it.")
    public ScheduleView get(UUID id) {
        return view(schedules.require(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Edit a schedule; who was on call stays true.")
    public ScheduleView change(UUID id, @Valid @NotNull ScheduleRequest request) {
        var schedule = schedules.locked(id);
        rights.mustManage(schedule.teamId);
        Versions.same(request.version(), schedule.version);
        schedules.refuseTaken(request.name(), id);
        var team = membership.requireTeam("teamId", request.teamId());
        rights.mustManage(team.id());
        schedule.describe(request.name(), team.id());
        schedules.getEntityManager().lock(schedule, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        drafting.keep(id, drafting.edit(request));
        schedules.flush();
        audit.record(
                caller.actor(),
                "schedule.changed",
                schedule.name,
                "from %s on".formatted(plans.latest(id).effectiveFrom));
        return view(schedule);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(summary = "Delete a schedule that no policy needs any more.")
    public void delete(UUID id) {
        var schedule = schedules.require(id);
        usages.refuseIfNeeded(schedule.ref());
        schedule.deletedAt = clock.instant();
        audit.record(caller.actor(), "schedule.deleted", schedule.name, "");
    }

    @GET
    @Path("/{id}/shifts")
    @RolesAllowed("viewer")
    @Operation(summary = "Shifts that cover the window wholly; at most 100 days, four weeks from now by default.")
    public List<ShiftView> shifts(UUID id, @QueryParam("from") String from, @QueryParam("to") String to) {
        schedules.require(id);
        var window = Window.asked(from, to, clock.instant());
        return ShiftView.of(schedules.roster(id, window.start()).between(window.start(), window.end()), membership);
    }

    @POST
    @Path("/{id}/preview-shifts")
    @RolesAllowed("viewer")
    @Operation(summary = "Shifts as they would be after this edit; nothing changes.")
    public List<ShiftView> preview(
            UUID id,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @Valid @NotNull ScheduleRequest request) {
        schedules.require(id);
        var window = Window.asked(from, to, clock.instant());
        var roster = drafting.preview(id, drafting.edit(request), window.start());
        return ShiftView.of(roster.between(window.start(), window.end()), membership);
    }

    @POST
    @Path("/preview-shifts")
    @RolesAllowed("viewer")
    @Operation(summary = "Shifts of a schedule that is not drawn up yet; nothing changes.")
    public List<ShiftView> previewNew(
            @QueryParam("from") String from, @QueryParam("to") String to, @Valid @NotNull ScheduleRequest request) {
        var window = Window.asked(from, to, clock.instant());
        var roster = Roster.edited(List.of(drafting.first(request)), List.of(), List.of());
        return ShiftView.of(roster.between(window.start(), window.end()), membership);
    }

    @POST
    @Path("/{id}/preview-changes")
    @RolesAllowed("viewer")
    @Operation(
            summary = "Who would gain and who would lose which shifts by this edit in the next eight weeks.",
            description = "Compares the schedule as it is with the schedule as it would be; nothing changes.")
    public ComparisonView changes(UUID id, @Valid @NotNull ScheduleRequest request) {
        schedules.require(id);
        var now = clock.instant();
        var window = new Window(now, now.plus(COMPARED));
        var roster = schedules.roster(id, now);
        var after = roster.after(drafting.edit(request));
        return ComparisonView.of(window, Comparison.of(roster, after, window.start(), window.end()), membership);
    }

    private ScheduleView view(Schedule schedule) {
        return views(List.of(schedule)).getFirst();
    }

    private List<ScheduleView> views(List<Schedule> rows) {
        var latest = plans.latest(rows.stream().map(row -> row.id).toList());
        Set<UUID> people = latest.values().stream()
                .flatMap(plan -> plan.layers.stream())
                .flatMap(layer -> layer.members().stream())
                .collect(Collectors.toSet());
        var names = membership.names(people);
        var teams = membership.teamNames(
                rows.stream().map(row -> row.teamId).collect(Collectors.toCollection(HashSet::new)));
        return rows.stream()
                .map(row -> ScheduleView.of(row, latest.get(row.id).plan(), teams.get(row.teamId), names))
                .toList();
    }
}
