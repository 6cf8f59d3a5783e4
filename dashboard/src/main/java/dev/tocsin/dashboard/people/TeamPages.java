package dev.tocsin.dashboard.people;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.people.PeopleClient.Person;
import dev.tocsin.dashboard.people.TeamsClient.Described;
import dev.tocsin.dashboard.people.TeamsClient.InRole;
import dev.tocsin.dashboard.people.TeamsClient.Team;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.SharedWords;
import dev.tocsin.dashboard.web.Tab;
import dev.tocsin.dashboard.web.TeamRights;
import dev.tocsin.dashboard.web.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** Teams: who belongs together, and so whose services and schedules they are. */
@Path("/teams")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class TeamPages {
    @CheckedTemplate(basePath = "TeamPages")
    record list(List<Team> teams, List<Tab> tabs, Viewer viewer) implements TemplateInstance {}

    @CheckedTemplate(basePath = "TeamPages")
    record one(
            Team team,
            List<Option> others,
            Set<UUID> unreachable,
            List<Option> roles,
            Form adding,
            boolean manages,
            Viewer viewer)
            implements TemplateInstance {}

    /** The form for a new team, or for the one with this {@code id}; {@code current} holds what somebody else saved. */
    @CheckedTemplate(basePath = "TeamPages")
    record edit(Form form, UUID id, Team current) implements TemplateInstance {}

    private static List<Option> roles() {
        var words = say(TeamWords.class);
        return List.of(
                new Option("responder", words.responder()),
                new Option("manager", words.manager()),
                new Option("viewer", words.viewer()));
    }

    private final TeamsClient teams;
    private final PeopleClient people;
    private final TeamRights rights;
    private final CurrentViewer viewers;

    TeamPages(
            @RestClient TeamsClient teams, @RestClient PeopleClient people, TeamRights rights, CurrentViewer viewers) {
        this.teams = teams;
        this.people = people;
        this.rights = rights;
        this.viewers = viewers;
    }

    @GET
    public TemplateInstance list() {
        var all = ONCALL.call(() -> Items.all(cursor -> teams.list(bearer(), Items.MOST, cursor)));
        return new list(all, PeoplePages.tabs(true), viewers.get());
    }

    @GET
    @Path("new")
    @RolesAllowed("responder")
    public TemplateInstance blank() {
        return new edit(Form.blank(), null, null);
    }

    @POST
    @Path("new")
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        try {
            var made = ONCALL.call(() -> teams.create(bearer(), described(form, null)));
            return Flash.good(say(TeamWords.class).teamCreatedNowAddItsPeople()).on("/teams/" + made.id());
        } catch (CallFailed failure) {
            return Pages.again(new edit(form.refusedBy(failure), null, null), failure);
        }
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(UUID id) {
        return page(ONCALL.call(() -> teams.team(bearer(), id)), Form.blank());
    }

    @GET
    @Path("{id}/edit")
    @RolesAllowed("responder")
    public TemplateInstance edit(UUID id) {
        var team = ONCALL.call(() -> teams.team(bearer(), id));
        return new edit(filled(team), id, null);
    }

    @POST
    @Path("{id}/edit")
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(UUID id, MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        try {
            ONCALL.call(() -> teams.change(
                    bearer(), id, described(form, form.number("version").orElse(0))));
            return Flash.good(say(TeamWords.class).teamSaved()).on("/teams/" + id);
        } catch (CallFailed.Refused refused) {
            if (!refused.isConflict()) return Pages.again(new edit(form.refusedBy(refused), id, null), refused);
            var theirs = ONCALL.call(() -> teams.team(bearer(), id));
            return Pages.again(
                    new edit(form.refusedBy(refused).with("version", theirs.version()), id, theirs), refused);
        } catch (CallFailed.ServiceDown down) {
            return Pages.again(new edit(form.refusedBy(down), id, null), down);
        }
    }

    @POST
    @Path("{id}/delete")
    @RolesAllowed("admin")
    public Response delete(UUID id) {
        try {
            ONCALL.run(() -> teams.delete(bearer(), id));
            return Flash.good(say(TeamWords.class).teamDeleted()).on("/teams");
        } catch (CallFailed.Refused refused) {
            return Flash.bad(say(TeamWords.class).notDeleted(refused.getMessage()))
                    .on("/teams/" + id);
        }
    }

    @POST
    @Path("{id}/members")
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response addMember(UUID id, MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        var person = form.id("personId");
        if (person.isEmpty()) {
            var team = ONCALL.call(() -> teams.team(bearer(), id));
            return Pages.again(
                    page(team, form.refuse("personId", say(TeamWords.class).chooseWhoJoinsTheTeam())));
        }
        return put(
                id,
                person.get(),
                form.given("role").orElse("responder"),
                say(TeamWords.class).addedToTheTeam());
    }

    @POST
    @Path("{id}/members/{personId}/remove")
    @RolesAllowed("responder")
    public Response removeMember(UUID id, UUID personId) {
        try {
            ONCALL.run(() -> teams.removeMember(bearer(), id, personId));
            return Flash.good(say(TeamWords.class).removedFromTheTeam()).on("/teams/" + id);
        } catch (CallFailed.Refused refused) {
            return Flash.bad(say(TeamWords.class).notRemoved(refused.getMessage()))
                    .on("/teams/" + id);
        }
    }

    @POST
    @Path("{id}/members/{personId}/role")
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response changeRole(UUID id, UUID personId, MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        var words = say(TeamWords.class);
        var changed = ONCALL.call(() -> teams.team(bearer(), id)).members().stream()
                .filter(member -> member.id().equals(personId))
                .filter(member -> !member.roleOr().equals(form.given("was").orElse(member.roleOr())))
                .findFirst();
        if (changed.isPresent()) {
            var roles = say(SharedWords.class);
            return Flash.bad(words.notSavedRoleIs(
                            changed.get().name(), roles.role(changed.get().roleOr()), roles.role(form.text("role"))))
                    .on("/teams/" + id);
        }
        return put(id, personId, form.text("role"), words.roleSaved());
    }

    private Response put(UUID id, UUID person, String role, String done) {
        try {
            ONCALL.run(() -> teams.putMember(bearer(), id, person, new InRole(role)));
            return Flash.good(done).on("/teams/" + id);
        } catch (CallFailed.Refused refused) {
            return Flash.bad(say(TeamWords.class).notSaved(refused.getMessage()))
                    .on("/teams/" + id);
        }
    }

    private one page(Team team, Form adding) {
        var everybody = ONCALL.call(() -> Items.all(cursor -> people.list(bearer(), null, Items.MOST, cursor)));
        var unreachable =
                everybody.stream().filter(Person::unreachable).map(Person::id).collect(Collectors.toSet());
        var others = everybody.stream()
                .filter(person -> !person.disabled())
                .filter(person ->
                        team.members().stream().noneMatch(member -> member.id().equals(person.id())))
                .map(person -> new Option(person.id().toString(), person.name()))
                .toList();
        var viewer = viewers.get();
        return new one(team, others, unreachable, roles(), adding, rights.manages(viewer, team.id()), viewer);
    }

    private static Form filled(Team team) {
        return Form.blank()
                .with("name", team.name())
                .with("description", team.description())
                .with("version", team.version());
    }

    private static Described described(Form form, Integer version) {
        return new Described(
                form.text("name").strip(), form.given("description").orElse(null), version);
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
