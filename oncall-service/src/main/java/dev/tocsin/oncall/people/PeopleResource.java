package dev.tocsin.oncall.people;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tocsin.oncall.Listing;
import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.Versions;
import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.audit.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** People: made and changed by administrators, seen by all. */
@Path("/api/v1/people")
@RolesAllowed("admin")
@Transactional
@RunOnVirtualThread
public class PeopleResource {
    private final People people;
    private final Phonebook phonebook;
    private final Membership membership;
    private final TeamMembers members;
    private final Views views;
    private final SignIn signIn;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    PeopleResource(
            People people,
            Phonebook phonebook,
            Membership membership,
            TeamMembers members,
            Views views,
            SignIn signIn,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.people = people;
        this.phonebook = phonebook;
        this.membership = membership;
        this.members = members;
        this.views = views;
        this.signIn = signIn;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** Somebody new. {@code phone} becomes the first text number. */
    record NewPerson(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Email @Size(max = 320) String email,
            @NotNull Role role,
            @NotNull ZoneId zone,
            @Size(max = 40) String phone,
            @Size(max = 100) Set<@NotNull UUID> teamIds) {}

    /** Changes to somebody. Absent {@code disabled}, {@code phone}, {@code teamIds} stay; an empty phone is removed. */
    record PersonChange(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Email @Size(max = 320) String email,
            @NotNull Role role,
            @NotNull ZoneId zone,
            Boolean disabled,
            @Size(max = 40) String phone,
            @Size(max = 100) Set<@NotNull UUID> teamIds,
            Integer version) {}

    record Created(@JsonUnwrapped PersonView person, String oneTimePassword) {}

    record PasswordReset(String oneTimePassword) {}

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "People by name; q searches names and e-mail addresses, role and disabled narrow them.")
    public Listing<PersonView> list(
            @QueryParam("q") @DefaultValue("") @Size(max = 100) String text,
            @QueryParam("role") Optional<Role> role,
            @QueryParam("disabled") Optional<Boolean> disabled,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        var page = people.search(new People.Sought(text, role, disabled), cursor, limit);
        return new Listing<>(views.of(page.items(), onlooker()), page.next());
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Add somebody; their one-time password is shown this once.")
    public Created create(@Valid @NotNull NewPerson request) {
        var person = Person.joined(request.name(), request.email(), request.role(), request.zone(), clock.instant());
        people.refuseTaken(person.email, person.id);
        var password = signIn.oneTimePassword();
        person.setPassword(password.hash(), true);
        people.persistAndFlush(person);
        if (request.phone() != null) phonebook.setPhone(person.id, request.phone());
        if (request.teamIds() != null) setTeams(person.id, request.teamIds());
        audit.record(caller.actor(), "person.created", person.name, "role " + person.role.word());
        return new Created(views.of(person, onlooker()), password.clear());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Operation(summary = "One person.")
    public PersonView get(UUID id) {
        return views.of(people.require(id), onlooker());
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change somebody; disabling ends their sessions at once.")
    public PersonView change(UUID id, @Valid @NotNull PersonChange request) {
        var person = people.require(id);
        Versions.same(request.version(), person.version);
        people.refuseTaken(request.email(), id);
        var leads = request.phone() != null || !request.email().strip().equalsIgnoreCase(person.email);
        if (leads && caller.id().equals(id)) caller.mustHaveConfirmed();
        var disabled = request.disabled() == null ? person.disabled() : request.disabled();
        if ((disabled || request.role() != Role.ADMIN) && !people.hasAdminBeside(id))
            throw Problem.conflict("%s is the last administrator".formatted(person.name));
        person.describe(request.name(), request.email(), request.role(), request.zone());
        person.disable(disabled, clock.instant());
        people.flush();
        if (disabled) signIn.endSessionsOf(id);
        if (request.phone() != null) phonebook.setPhone(id, request.phone());
        if (request.teamIds() != null) setTeams(id, request.teamIds());
        audit.record(
                caller.actor(),
                "person.changed",
                person.name,
                "role %s%s".formatted(person.role.word(), disabled ? ", disabled" : ""));
        return views.of(person, onlooker());
    }

    @POST
    @Path("/{id}/password-reset")
    @Operation(summary = "Give somebody a one-time password; their sessions end.")
    public PasswordReset resetPassword(UUID id) {
        var person = people.require(id);
        var password = signIn.oneTimePassword();
        person.setPassword(password.hash(), true);
        signIn.endSessionsOf(id);
        audit.record(caller.actor(), "person.password-reset", person.name, "");
        return new PasswordReset(password.clear());
    }

    private void setTeams(UUID personId, Set<UUID> teamIds) {
        teamIds.forEach(teamId -> membership.requireTeam("teamIds", teamId));
        members.replace(personId, teamIds);
    }

    private Onlooker onlooker() {
        return new Onlooker(caller.id(), caller.isAdmin());
    }
}
