package dev.tocsin.dashboard.access;

import java.net.URI;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.access.AccessClient.Proof;
import dev.tocsin.dashboard.access.AccessClient.Setup;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.FormGuard;
import dev.tocsin.dashboard.web.LocalPath;
import dev.tocsin.dashboard.web.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/**
 * The password, asked in place. When it is right the browser sends the same form once more to where it belongs (307), and
 * what was asked for is done.
 */
@Path("/login/again")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AgainPages {
    private static final int SEND_THE_SAME_THERE = 307;

    /**
     * The form, kept.
     *
     * @param token proves the form ours also after signing in
     * @param confirming the session lives; only the password is asked
     * @param why the last try was not accepted, empty before the first
     */
    @CheckedTemplate(basePath = "LoginPages")
    record again(Interrupted kept, String token, String email, boolean confirming, String why, Setup ways)
            implements TemplateInstance {}

    private final SignIn signIn;
    private final AccessClient access;
    private final SessionCookie cookie;
    private final FormGuard guard;
    private final Ways ways;

    AgainPages(SignIn signIn, @RestClient AccessClient access, SessionCookie cookie, FormGuard guard, Ways ways) {
        this.signIn = signIn;
        this.access = access;
        this.cookie = cookie;
        this.guard = guard;
        this.ways = ways;
    }

    static TemplateInstance page(
            Interrupted kept, String token, String email, boolean confirming, String why, Setup ways) {
        return new again(kept, token, email, confirming, why, ways);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signIn(MultivaluedMap<String, String> fields, @Context RoutingContext context) {
        var form = Form.posted(fields);
        return switch (signIn.with(form.text(Interrupted.EMAIL), form.text(Interrupted.PASSWORD), context)) {
            case SignIn.Outcome.In(var _, var session) ->
                Response.fromResponse(onwards(form)).cookie(session).build();
            case SignIn.Outcome.Refused(var why) -> again(form, false, why, context);
        };
    }

    @POST
    @Path("confirm")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(MultivaluedMap<String, String> fields, @Context RoutingContext context) {
        var words = say(AccessWords.class);
        var form = Form.posted(fields);
        var session = cookie.read(context);
        if (session.isEmpty()) return again(form, false, words.theSessionIsOver(), context);
        try {
            var bearer = "Bearer "
                    + ONCALL.call(() -> access.exchange("Bearer " + session.get()))
                            .token();
            var address = context.request().remoteAddress().hostAddress();
            ONCALL.run(() -> access.confirm(bearer, address, new Proof(form.text(Interrupted.PASSWORD))));
            return onwards(form);
        } catch (CallFailed.Refused refused) {
            if (refused.status() == 401) return again(form, false, words.theSessionIsOver(), context);
            return again(form, true, SignIn.why(refused, words.thisIsNotYourPassword()), context);
        } catch (CallFailed.ServiceDown down) {
            return again(form, true, down.getMessage(), context);
        }
    }

    private Response again(Form form, boolean confirming, String why, RoutingContext context) {
        var sent = form.names().stream()
                .flatMap(name -> form.all(name).stream().map(text -> new Interrupted.Field(name, text)));
        var kept = Interrupted.of(to(form), sent);
        return Pages.of(
                confirming ? 403 : 401,
                page(kept, guard.lasting(context), form.text(Interrupted.EMAIL), confirming, why, ways.known()));
    }

    private static Response onwards(Form form) {
        return Response.status(SEND_THE_SAME_THERE)
                .location(URI.create(to(form)))
                .build();
    }

    private static String to(Form form) {
        return LocalPath.or(form.text(Interrupted.TO), "/");
    }
}
