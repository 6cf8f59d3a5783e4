package dev.tocsin.dashboard.admin;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.admin.UsersClient.Changed;
import dev.tocsin.dashboard.admin.UsersClient.Invitation;
import dev.tocsin.dashboard.admin.UsersClient.NewInvitation;
import dev.tocsin.dashboard.admin.UsersClient.Sent;
import dev.tocsin.dashboard.admin.UsersClient.User;
import dev.tocsin.dashboard.web.Address;
import dev.tocsin.dashboard.web.Answer;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Names;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.SharedWords;
import dev.tocsin.dashboard.web.Tab;
import dev.tocsin.dashboard.web.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** Accounts and invitations. */
@Path("/admin")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
public class UserPages {
    private static final int AT_ONCE = 50;

    private static List<Option> roles() {
        var words = say(AdminWords.class);
        return List.of(
                new Option("responder", words.responder()),
                new Option("viewer", words.viewer()),
                new Option("admin", words.admin()));
    }

    private static List<Option> states() {
        return List.of(
                new Option("false", say(AdminWords.class).enabled()),
                new Option("true", say(AdminWords.class).disabled()));
    }

    @CheckedTemplate(basePath = "AdminPages")
    record users(
            List<Tab> tabs,
            Form filter,
            boolean narrow,
            List<Option> roles,
            List<Option> states,
            List<User> users,
            String next,
            String first,
            Answer<List<Invitation>> invitations,
            Form inviting,
            Answer<List<Option>> teams,
            Sent sent,
            Viewer viewer)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "AdminPages")
    record passwordLink(List<Tab> tabs, User user, String link, Instant expiresAt) implements TemplateInstance {}

    private final UsersClient client;
    private final Names names;
    private final CurrentViewer viewers;

    UserPages(@RestClient UsersClient client, @RestClient Names names, CurrentViewer viewers) {
        this.client = client;
        this.names = names;
        this.viewers = viewers;
    }

    @GET
    public Response first() {
        return Response.seeOther(URI.create("/admin/users")).build();
    }

    @GET
    @Path("users")
    public TemplateInstance list(
            @QueryParam("q") String q,
            @QueryParam("role") String role,
            @QueryParam("disabled") String disabled,
            @QueryParam("cursor") String cursor) {
        var filter = Form.blank().with("q", q).with("role", role).with("disabled", disabled);
        return page(filter, cursor, inviting(), null);
    }

    /** The link is shown in the answer itself: it must not stand in a cookie, an address or a second request. */
    @POST
    @Path("invitations")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invite(MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        try {
            var sent = ONCALL.call(() -> client.invite(
                    bearer(),
                    new NewInvitation(
                            form.text("email").strip(),
                            form.text("role"),
                            form.all("teamIds").stream().map(UUID::fromString).toList())));
            return Pages.of(201, page(Form.blank(), null, inviting(), sent));
        } catch (CallFailed failure) {
            return Pages.again(page(Form.blank(), null, form.refusedBy(failure), null), failure);
        }
    }

    @POST
    @Path("invitations/{id}/renew")
    public Response renew(@PathParam("id") UUID id) {
        var sent = ONCALL.call(() -> client.renew(bearer(), id));
        return Pages.of(200, page(Form.blank(), null, inviting(), sent));
    }

    @POST
    @Path("invitations/{id}/revoke")
    public Response revoke(@PathParam("id") UUID id) {
        ONCALL.run(() -> client.revoke(bearer(), id));
        return Flash.good(say(AdminWords.class).invitationTakenBackItsLinkIs()).on("/admin/users");
    }

    @POST
    @Path("users/{id}/role")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response role(
            @PathParam("id") UUID id, @FormParam("role") String role, @FormParam("version") Integer version) {
        var user = user(id);
        var words = say(AdminWords.class);
        var roles = say(SharedWords.class);
        if (version != null && version != user.version())
            return Flash.bad(words.nothingChangedSomebodyChangedMeanwhileWho(
                            user.name(), roles.role(user.role()), roles.role(role)))
                    .on("/admin/users");
        return done(
                () -> client.change(bearer(), id, Changed.of(user, role, user.disabled(), user.version())),
                words.isNow(user.name(), roles.role(role)));
    }

    @POST
    @Path("users/{id}/{what:disable|enable}")
    public Response disable(@PathParam("id") UUID id, @PathParam("what") String what) {
        var user = user(id);
        var disable = what.equals("disable");
        return done(
                () -> client.change(bearer(), id, Changed.of(user, user.role(), disable, user.version())),
                disable
                        ? say(AdminWords.class).canNoLongerSignInOr(user.name())
                        : say(AdminWords.class).isBack(user.name()));
    }

    @POST
    @Path("users/{id}/sign-out")
    public Response signOut(@PathParam("id") UUID id) {
        var user = user(id);
        return done(() -> client.signOut(bearer(), id), say(AdminWords.class).isSignedOutEverywhere(user.name()));
    }

    @POST
    @Path("users/{id}/password-link")
    public Response passwordLink(@PathParam("id") UUID id) {
        var user = user(id);
        try {
            var made = ONCALL.call(() -> client.passwordLink(bearer(), id));
            return Pages.of(201, new passwordLink(AdminTabs.USERS.here(), user, made.link(), made.expiresAt()));
        } catch (CallFailed.Refused refused) {
            return Flash.bad(say(AdminWords.class).notDone(refused.getMessage()))
                    .on("/admin/users");
        }
    }

    private Response done(Runnable what, String said) {
        try {
            ONCALL.run(what);
            return Flash.good(said).on("/admin/users");
        } catch (CallFailed.Refused refused) {
            return Flash.bad(say(AdminWords.class).nothingChanged(refused.getMessage()))
                    .on("/admin/users");
        }
    }

    private static Form inviting() {
        return Form.blank().with("role", "responder");
    }

    private TemplateInstance page(Form filter, String cursor, Form inviting, Sent sent) {
        var bearer = bearer();
        var invitations = ONCALL.later(() -> client.invitations(bearer));
        var teams = ONCALL.later(() -> names.teams(bearer, Names.MOST));
        var found = ONCALL.call(() -> client.users(
                bearer,
                filter.text("q"),
                filter.given("role").orElse(null),
                filter.given("disabled").orElse(null),
                AT_ONCE,
                cursor));
        var here = new Address("/admin/users")
                .with("q", filter.text("q"))
                .with("role", filter.text("role"))
                .with("disabled", filter.text("disabled"));
        return new users(
                AdminTabs.USERS.here(),
                filter,
                !here.path().equals("/admin/users"),
                roles(),
                states(),
                found.items(),
                found.next() == null ? null : here.with("cursor", found.next()).path(),
                cursor == null ? null : here.path(),
                invitations.get().map(Items::items),
                inviting,
                teams.get()
                        .map(all ->
                                all.items().stream().map(ref -> ref.option()).toList()),
                sent,
                viewers.get());
    }

    private User user(UUID id) {
        return ONCALL.call(() -> client.user(bearer(), id));
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
