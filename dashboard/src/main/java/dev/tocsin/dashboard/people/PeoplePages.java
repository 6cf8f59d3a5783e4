package dev.tocsin.dashboard.people;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.people.PeopleClient.Changed;
import dev.tocsin.dashboard.people.PeopleClient.Created;
import dev.tocsin.dashboard.people.PeopleClient.NewPerson;
import dev.tocsin.dashboard.people.PeopleClient.Person;
import dev.tocsin.dashboard.web.Address;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.Tab;
import dev.tocsin.dashboard.web.Viewer;
import dev.tocsin.dashboard.web.Zones;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** People: who there is, what each may do, and making one. How somebody is reached is {@link ReachPages}. */
@Path("/people")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class PeoplePages {
    static List<Option> roles() {
        var words = say(PeopleWords.class);
        return List.of(
                new Option("responder", words.responder()),
                new Option("viewer", words.viewer()),
                new Option("admin", words.admin()));
    }

    private static final int PAGE = 50;

    @CheckedTemplate(basePath = "PeoplePages")
    record list(List<Person> people, String q, String next, String first, List<Tab> tabs, Viewer viewer)
            implements TemplateInstance {}

    /** The form for a new person, or for the one with this {@code id}; {@code current} is what somebody else saved. */
    @CheckedTemplate(basePath = "PeoplePages")
    record edit(Form form, UUID id, List<Option> roles, List<Option> teams, List<String> zones, Person current)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "PeoplePages")
    record password(UUID id, String name, String email, String oneTimePassword, boolean isNew)
            implements TemplateInstance {}

    private final PeopleClient people;
    private final TeamsClient teams;
    private final CurrentViewer viewers;

    PeoplePages(@RestClient PeopleClient people, @RestClient TeamsClient teams, CurrentViewer viewers) {
        this.people = people;
        this.teams = teams;
        this.viewers = viewers;
    }

    /** People and teams are one room with two doors. */
    static List<Tab> tabs(boolean teams) {
        return List.of(
                new Tab(say(PeopleWords.class).people(), "/people", !teams, 0),
                new Tab(say(PeopleWords.class).teams(), "/teams", teams, 0));
    }

    @GET
    public TemplateInstance list(@QueryParam("q") String q, @QueryParam("cursor") String cursor) {
        var found = ONCALL.call(() -> people.list(bearer(), q, PAGE, cursor));
        var here = new Address("/people").with("q", q);
        return new list(
                found.items(),
                q == null ? "" : q,
                found.next() == null ? null : here.with("cursor", found.next()).path(),
                cursor == null ? null : here.path(),
                tabs(false),
                viewers.get());
    }

    @GET
    @Path("new")
    @RolesAllowed("admin")
    public TemplateInstance blank() {
        return form(Form.blank()
                .with("role", "responder")
                .with("zone", viewers.get().zone()));
    }

    @POST
    @Path("new")
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        var person = new NewPerson(
                form.text("name").strip(),
                form.text("email").strip(),
                form.text("role"),
                form.text("zone").strip(),
                form.given("phone").orElse(null),
                form.all("teamIds").stream().map(UUID::fromString).toList());
        try {
            Created made = ONCALL.call(() -> people.create(bearer(), person));
            // Shown in the answer itself: a password must not stand in a cookie, an address or a second request.
            return Pages.of(201, new password(made.id(), made.name(), made.email(), made.oneTimePassword(), true));
        } catch (CallFailed failure) {
            return Pages.again(form(form.refusedBy(failure)), failure);
        }
    }

    @GET
    @Path("{id}/edit")
    @RolesAllowed("admin")
    public TemplateInstance edit(UUID id) {
        var person = ONCALL.call(() -> people.person(bearer(), id));
        return again(filled(person), id, null);
    }

    @POST
    @Path("{id}/edit")
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(UUID id, MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        try {
            ONCALL.run(() -> people.change(bearer(), id, changed(form)));
            return Flash.good(say(PeopleWords.class).saved()).on("/people/" + id);
        } catch (CallFailed.Refused refused) {
            if (!refused.isConflict()) return Pages.again(again(form.refusedBy(refused), id, null), refused);
            var theirs = ONCALL.call(() -> people.person(bearer(), id));
            return Pages.again(again(form.refusedBy(refused).with("version", theirs.version()), id, theirs), refused);
        } catch (CallFailed.ServiceDown down) {
            return Pages.again(again(form.refusedBy(down), id, null), down);
        }
    }

    @POST
    @Path("{id}/password-reset")
    @RolesAllowed("admin")
    public Response resetPassword(UUID id) {
        var person = ONCALL.call(() -> people.person(bearer(), id));
        var reset = ONCALL.call(() -> people.resetPassword(bearer(), id));
        return Pages.of(200, new password(id, person.name(), person.email(), reset.oneTimePassword(), false));
    }

    /** Takes somebody out of service, or back in; what they did stays in every history. */
    @POST
    @Path("{id}/{what:disable|enable}")
    @RolesAllowed("admin")
    public Response disable(UUID id, String what) {
        var words = say(PeopleWords.class);
        var disable = what.equals("disable");
        var now = ONCALL.call(() -> people.person(bearer(), id));
        var after = Changed.disabling(now, disable);
        try {
            ONCALL.run(() -> people.change(bearer(), id, after));
            return Flash.good(disable ? words.canNoLongerSignInOr(now.name()) : words.isBack(now.name()))
                    .on("/people/" + id);
        } catch (CallFailed.Refused refused) {
            return Flash.bad(words.nothingChanged(refused.getMessage())).on("/people/" + id);
        }
    }

    private edit form(Form form) {
        var choices = ONCALL.call(() -> Items.all(cursor -> teams.list(bearer(), Items.MOST, cursor))).stream()
                .map(team -> new Option(team.id().toString(), team.name()))
                .toList();
        return new edit(form, null, roles(), choices, Zones.all(), null);
    }

    private edit again(Form form, UUID id, Person current) {
        return new edit(form, id, roles(), List.of(), Zones.all(), current);
    }

    private static Form filled(Person person) {
        return Form.blank()
                .with("name", person.name())
                .with("email", person.email())
                .with("role", person.role())
                .with("zone", person.zone())
                .with("phone", person.phone())
                .with("version", person.version());
    }

    private static Changed changed(Form form) {
        return new Changed(
                form.text("name").strip(),
                form.text("email").strip(),
                form.text("role"),
                form.text("zone").strip(),
                form.text("phone").strip(),
                null,
                form.number("version").orElse(0));
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
