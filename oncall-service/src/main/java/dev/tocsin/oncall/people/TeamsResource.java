package dev.tocsin.oncall.people;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import dev.tocsin.oncall.Listing;
import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.Usages;
import dev.tocsin.oncall.Versions;
import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.audit.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Teams and their members. */
@Path("/api/v1/teams")
@RolesAllowed("responder")
@Transactional
@RunOnVirtualThread
public class TeamsResource {
    private final Teams teams;
    private final TeamMembers members;
    private final People people;
    private final Rights rights;
    private final Usages usages;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    TeamsResource(
            Teams teams,
            TeamMembers members,
            People people,
            Rights rights,
            Usages usages,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.teams = teams;
        this.members = members;
        this.people = people;
        this.rights = rights;
        this.usages = usages;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    record TeamRequest(
            @NotBlank @Size(max = 100) String name,
            @Size(max = 1000) String description,
            Integer version) {}

    /** Without a role: a responder, or what the person was already. */
    record MemberRequest(TeamRole role) {}

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Teams by name.")
    public Listing<TeamView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        var page = teams.page(cursor, limit);
        var membersOf =
                members.membersOf(page.items().stream().map(team -> team.id).toList());
        return page.map(team -> TeamView.of(team, membersOf.getOrDefault(team.id, List.of())));
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Found a team; a responder who does becomes its first manager.")
    public TeamView create(@Valid @NotNull TeamRequest request) {
        var team = Team.founded(request.name(), request.description(), clock.instant());
        teams.refuseTaken(team.name, team.id);
        teams.persistAndFlush(team);
        // An administrator may change it anyway, and must not be paged for every team they ever set up.
        if (!caller.isAdmin()) members.join(team.id, caller.id(), TeamRole.MANAGER);
        audit.record(caller.actor(), "team.created", team.name, "");
        return view(team);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Operation(summary = "One team.")
    public TeamView get(UUID id) {
        return view(teams.require(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Rename or describe a team.")
    public TeamView change(UUID id, @Valid @NotNull TeamRequest request) {
        var team = teams.require(id);
        rights.mustManage(id);
        Versions.same(request.version(), team.version);
        teams.refuseTaken(request.name(), id);
        team.describe(request.name(), request.description());
        teams.flush();
        audit.record(caller.actor(), "team.changed", team.name, "");
        return view(team);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(summary = "Delete a team that nothing needs any more.")
    public void delete(UUID id) {
        var team = teams.require(id);
        usages.refuseIfNeeded(team.ref());
        team.deletedAt = clock.instant();
        audit.record(caller.actor(), "team.deleted", team.name, "");
    }

    @PUT
    @Path("/{id}/members/{personId}")
    @Operation(summary = "Make somebody a member, or give a member another role.")
    public TeamView join(UUID id, UUID personId, @Valid MemberRequest request) {
        var team = teams.require(id);
        rights.mustManage(id);
        var person = people.require(personId);
        var before = members.roleOf(id, personId);
        var role = Optional.ofNullable(request)
                .map(MemberRequest::role)
                .or(() -> before)
                .orElse(TeamRole.RESPONDER);
        if (role != TeamRole.MANAGER) keepAManager(team, person, before);
        members.join(id, personId, role);
        audit.record(
                caller.actor(),
                before.isPresent() ? "team.role-changed" : "team.joined",
                team.name,
                "%s as %s".formatted(person.name, role));
        return view(team);
    }

    @DELETE
    @Path("/{id}/members/{personId}")
    @Operation(summary = "Take somebody out of a team; everybody may leave by themselves.")
    public void leave(UUID id, UUID personId) {
        var team = teams.require(id);
        if (!personId.equals(caller.id())) rights.mustManage(id);
        var person = people.require(personId);
        keepAManager(team, person, members.roleOf(id, personId));
        if (!members.leave(id, personId))
            throw new NotFoundException("%s is not in the team %s".formatted(person.name, team.name));
        audit.record(caller.actor(), "team.left", team.name, person.name);
    }

    /** A team whose last manager goes can be changed by administrators only: so only they may let that happen. */
    private void keepAManager(Team team, Person person, Optional<TeamRole> before) {
        if (caller.isAdmin() || before.filter(TeamRole.MANAGER::equals).isEmpty()) return;
        if (!members.hasManagerBeside(team.id, person.id))
            throw Problem.conflict("%s is the last manager of the team %s: make somebody else one first"
                    .formatted(person.name, team.name));
    }

    private TeamView view(Team team) {
        return TeamView.of(team, members.membersOf(List.of(team.id)).getOrDefault(team.id, List.of()));
    }
}
