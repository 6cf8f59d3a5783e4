package dev.tocsin.dashboard.access;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.access.AccessClient.Back;
import dev.tocsin.dashboard.access.AccessClient.Begin;
import dev.tocsin.dashboard.access.AccessClient.Setup;
import dev.tocsin.dashboard.web.Address;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.DashboardConfig;
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

/**
 * There and back to the company's OIDC provider. The browser keeps the secret of the attempt in a cookie, so that a sign-in
 * ends in the browser in which it began; a link, not a form, because a form may not lead to another site here.
 */
@Path("/login/provider")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ProviderPages {
    private static final int TEN_MINUTES = 600;

    /** @param provider what people call it */
    @CheckedTemplate(basePath = "LoginPages")
    record notIn(String provider, String why, String again, String other) implements TemplateInstance {}

    private final AccessClient access;
    private final SessionCookie cookie;
    private final DashboardConfig config;
    private final Ways ways;

    ProviderPages(@RestClient AccessClient access, SessionCookie cookie, DashboardConfig config, Ways ways) {
        this.access = access;
        this.cookie = cookie;
        this.config = config;
        this.ways = ways;
    }

    @GET
    public Response there(
            @QueryParam("next") String next, @QueryParam("anew") boolean anew, @Context RoutingContext context) {
        var target = LocalPath.or(next, "/");
        try {
            var begun = ONCALL.call(() -> access.begin(address(context), new Begin(anew)));
            var value = begun.attempt() + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(target.getBytes(StandardCharsets.UTF_8));
            return Response.seeOther(begun.url())
                    .cookie(attempt(value, TEN_MINUTES))
                    .build();
        } catch (CallFailed failure) {
            return notIn(failure.getMessage(), target, failure.status());
        }
    }

    @GET
    @Path("back")
    public Response back(
            @QueryParam("code") String code,
            @QueryParam("state") String state,
            @QueryParam("error") String error,
            @Context RoutingContext context) {
        var kept = kept(context);
        var next = LocalPath.or(kept.next(), "/");
        if (error != null || code == null || state == null)
            return notIn(say(AccessWords.class).theSignInWasNotFinished(), next, 401);
        if (kept.attempt().isEmpty()) return notIn(say(AccessWords.class).thisSignInTookTooLong(), next, 401);
        try {
            var session = ONCALL.call(() -> access.end(address(context), new Back(kept.attempt(), state, code)));
            Log.infof("signed in by the provider person=%s", session.person().id());
            return Response.seeOther(URI.create(next))
                    .cookie(cookie.holding(session.session(), session.expiresAt()), attempt("", 0))
                    .build();
        } catch (CallFailed failure) {
            return notIn(failure.getMessage(), next, failure.status());
        }
    }

    private Response notIn(String why, String next, int status) {
        var provider = ways.known().provider();
        var other = new Address("/login").with("next", next).toString();
        var page = Pages.of(
                status,
                new notIn(
                        provider == null ? say(AccessWords.class).theProvider() : provider,
                        why,
                        Setup.UNKNOWN.there(next),
                        other));
        return Response.fromResponse(page).cookie(attempt("", 0)).build();
    }

    private record Kept(String attempt, String next) {}

    private Kept kept(RoutingContext context) {
        var found = context.request().getCookie(config.cookie("attempt"));
        var parts = (found == null ? "" : found.getValue()).split("\\.", 2);
        return new Kept(parts[0], parts.length < 2 ? "/" : decoded(parts[1]));
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException edited) {
            return "/";
        }
    }

    private NewCookie attempt(String value, int seconds) {
        return new NewCookie.Builder(config.cookie("attempt"))
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(config.secure())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private static String address(RoutingContext context) {
        return context.request().remoteAddress().hostAddress();
    }
}
