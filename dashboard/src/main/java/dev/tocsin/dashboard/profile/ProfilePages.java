package dev.tocsin.dashboard.profile;

import java.time.DateTimeException;
import java.time.ZoneId;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.profile.ProfileClient.Changed;
import dev.tocsin.dashboard.profile.ProfileClient.Me;
import dev.tocsin.dashboard.profile.ProfileClient.NewToken;
import dev.tocsin.dashboard.profile.ProfileClient.Session;
import dev.tocsin.dashboard.profile.ProfileClient.Token;
import dev.tocsin.dashboard.web.Answer;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.Shell;
import dev.tocsin.dashboard.web.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** The page about oneself. A viewer may change these too: they are their own. */
@Path("/profile")
@RolesAllowed("viewer")
@RunOnVirtualThread
public class ProfilePages {
    private static final int A_YEAR = 365 * 24 * 60 * 60;

    private static List<Option> themes() {
        var words = say(ProfileWords.class);
        return List.of(
                new Option("system", words.asTheSystem()),
                new Option("light", words.light()),
                new Option("dark", words.dark()));
    }

    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
            .sorted()
            .toList();

    /**
     * @param current what was saved elsewhere meanwhile; null when nothing was
     * @param secret the token just made, shown this once; empty otherwise
     */
    @CheckedTemplate(basePath = "ProfilePages")
    record profile(
            Viewer viewer,
            Form form,
            Me current,
            Form theme,
            Form token,
            String secret,
            List<Option> themes,
            List<String> zones,
            Answer<List<Session>> sessions,
            Answer<List<Token>> tokens)
            implements TemplateInstance {}

    private final ProfileClient profile;
    private final CurrentViewer viewers;
    private final Shell shell;

    ProfilePages(@RestClient ProfileClient profile, CurrentViewer viewers, Shell shell) {
        this.profile = profile;
        this.viewers = viewers;
        this.shell = shell;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show() {
        return page(own(), Form.blank(), "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        if (!isZone(form.text("zone").strip()))
            return Pages.again(
                    page(form.refuse("zone", say(ProfileWords.class).notATimeZoneChooseOne()), Form.blank(), ""));
        try {
            var changed = new Changed(
                    form.text("name").strip(),
                    form.text("zone").strip(),
                    form.number("version").orElse(null));
            ONCALL.run(() -> profile.change(viewers.get().bearer(), changed));
            return Flash.good(say(ProfileWords.class).profileSaved()).on("/profile");
        } catch (CallFailed failure) {
            var kept = form.refusedBy(failure);
            if (failure.status() != 409) return Pages.again(page(kept, Form.blank(), ""), failure);
            var saved = me();
            return Pages.again(page(kept.with("version", saved.version()), saved, Form.blank(), ""), failure);
        }
    }

    @POST
    @Path("/theme")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response theme(@FormParam("theme") String theme) {
        var known = themes().stream()
                .map(Option::value)
                .filter(value -> value.equals(theme))
                .findFirst();
        var cookie = new NewCookie.Builder(Shell.THEME)
                .value(known.orElse("system"))
                .path("/")
                .maxAge(A_YEAR)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
        return Response.fromResponse(
                        Flash.good(say(ProfileWords.class).themeChanged()).on("/profile"))
                .cookie(cookie)
                .build();
    }

    @POST
    @Path("/sessions/{id}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response endSession(@PathParam("id") UUID id) {
        ONCALL.call(() -> {
            profile.endSession(viewers.get().bearer(), id);
            return null;
        });
        return Flash.good(say(ProfileWords.class).sessionEnded()).on("/profile");
    }

    /** Shows the secret on this very answer: it is nowhere afterwards, so there is nothing to redirect to. */
    @POST
    @Path("/tokens")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public Response makeToken(MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        if (form.given("token").isEmpty())
            return Pages.again(
                    page(own(), form.refuse("token", say(ProfileWords.class).nameItAfterTheToolThat()), ""));
        try {
            var made = ONCALL.call(() -> profile.makeToken(
                    viewers.get().bearer(), new NewToken(form.text("token").strip())));
            return Pages.of(201, page(own(), Form.blank(), made.token()));
        } catch (CallFailed failure) {
            return Pages.again(page(own(), form.refusedBy(failure, _ -> "token"), ""), failure);
        }
    }

    @POST
    @Path("/tokens/{id}/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response deleteToken(@PathParam("id") UUID id) {
        ONCALL.call(() -> {
            profile.deleteToken(viewers.get().bearer(), id);
            return null;
        });
        return Flash.good(say(ProfileWords.class).tokenDeletedNothingCanUseIt()).on("/profile");
    }

    private Form own() {
        var me = me();
        return Form.blank().with("name", me.name()).with("zone", me.zone()).with("version", me.version());
    }

    private Me me() {
        return ONCALL.call(() -> profile.me(viewers.get().bearer()));
    }

    private TemplateInstance page(Form form, Form token, String secret) {
        return page(form, null, token, secret);
    }

    private TemplateInstance page(Form form, Me current, Form token, String secret) {
        var viewer = viewers.get();
        var sessions = ONCALL.later(() -> profile.sessions(viewer.bearer()));
        var tokens = ONCALL.later(() -> profile.tokens(viewer.bearer()));
        return new profile(
                viewer,
                form,
                current,
                Form.blank().with("theme", shell.theme()),
                token,
                secret,
                themes(),
                ZONES,
                sessions.get().map(Items::items),
                tokens.get().map(Items::items));
    }

    private static boolean isZone(String id) {
        try {
            ZoneId.of(id);
            return true;
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
