package dev.tocsin.dashboard.access;

import java.net.URI;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.access.AccessClient.Credentials;
import dev.tocsin.dashboard.access.AccessClient.Setup;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.LocalPath;
import dev.tocsin.dashboard.web.Pages;
import io.quarkus.logging.Log;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** Signing in and signing out. Open to everyone: there is no other way to become someone. */
@Path("/")
@PermitAll
@RunOnVirtualThread
public class LoginPages {
    @CheckedTemplate(basePath = "LoginPages")
    record login(Form form, String next, Setup ways) implements TemplateInstance {}

    private final AccessClient access;
    private final SessionCookie cookie;
    private final Ways ways;

    LoginPages(@RestClient AccessClient access, SessionCookie cookie, Ways ways) {
        this.access = access;
        this.cookie = cookie;
        this.ways = ways;
    }

    @GET
    @Path("/login")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance form(@QueryParam("next") String next) {
        return new login(Form.blank(), LocalPath.or(next, "/"), ways.known());
    }

    @POST
    @Path("/login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signIn(MultivaluedMap<String, String> fields, @Context RoutingContext context) {
        var form = Form.posted(fields);
        var next = LocalPath.or(form.text("next"), "/");
        var credentials = new Credentials(form.text("email").strip(), form.text("password"));
        try {
            var address = context.request().remoteAddress().hostAddress();
            var session = ONCALL.call(() -> access.signIn(address, credentials));
            var target = session.person().mustChangePassword() ? "/password" : next;
            Log.infof("signed in person=%s", session.person().id());
            return Response.seeOther(URI.create(target))
                    .cookie(cookie.holding(session.session(), session.expiresAt()))
                    .build();
        } catch (CallFailed failure) {
            var kept = Form.blank().with("email", credentials.email());
            return Pages.again(new login(explain(kept, failure), next, ways.known()), failure);
        }
    }

    @POST
    @Path("/logout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOut(@Context RoutingContext context) {
        var session = cookie.read(context);
        if (session.isPresent()) {
            var ended = ONCALL.ask(() -> {
                access.signOut("Bearer " + session.get());
                return true;
            });
            if (ended.down()) Log.warnf("session not revoked: %s", ended.trouble());
        }
        return Response.seeOther(URI.create("/login")).cookie(cookie.cleared()).build();
    }

    private static Form explain(Form form, CallFailed failure) {
        var words = say(AccessWords.class);
        return switch (failure) {
            case CallFailed.Refused refused
            when refused.status() == 429 -> form.refuse("password", words.tooManyTriesWaitAMinute());
            case CallFailed.Refused refused
            when refused.status() >= 400 -> form.refuse("password", words.thisEMailAndPasswordDo());
            case CallFailed.Refused refused -> form.refusedBy(refused);
            case CallFailed.ServiceDown down ->
                form.refuse("password", words.nobodyCanSignInUntilIt(down.getMessage()));
        };
    }
}
