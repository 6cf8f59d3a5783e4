package dev.tocsin.dashboard.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * Takes the session from the cookie; a page asked for without one leads to the sign-in form and back. Only the feed takes an
 * API token as well, as a password of HTTP Basic: feed readers know no other way to sign in.
 */
@Singleton
class SessionMechanism implements HttpAuthenticationMechanism {
    private static final String FEED = "/postmortems/feed.atom";
    private static final String API_TOKEN = "tct_";
    private static final Set<String> SCRIPTS = Set.of("text/event-stream", "application/json");

    private final SessionCookie cookie;

    SessionMechanism(SessionCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        var session = cookie.read(context).or(() -> feedToken(context));
        if (session.isEmpty()) return Uni.createFrom().nullItem();
        var request = new SessionRequest(session.get());
        HttpSecurityUtils.setRoutingContextAttribute(request, context);
        return identities.authenticate(request);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        if (isFeed(context))
            return Uni.createFrom()
                    .item(new ChallengeData(
                            401,
                            "WWW-Authenticate",
                            "Basic realm=\"Tocsin: an API token as password\", charset=\"UTF-8\""));
        var signIn = "/login?next=" + URLEncoder.encode(whereTo(context), StandardCharsets.UTF_8);
        if (context.request().getHeader("HX-Request") != null)
            return Uni.createFrom().item(new ChallengeData(401, "HX-Redirect", signIn));
        if (!isForPeople(context)) return Uni.createFrom().item(new ChallengeData(401, "Cache-Control", "no-store"));
        return Uni.createFrom().item(new ChallengeData(303, "Location", signIn));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SessionRequest.class);
    }

    /** Scripts and streams have no use for a page. */
    static boolean isForPeople(RoutingContext context) {
        return !SCRIPTS.contains(String.valueOf(context.request().getHeader("Accept")));
    }

    private static boolean isFeed(RoutingContext context) {
        return context.request().method() == HttpMethod.GET
                && context.normalizedPath().equals(FEED);
    }

    /** The password, whatever the name before it; only an API token, never a session or a person's own password. */
    private static Optional<String> feedToken(RoutingContext context) {
        var header = context.request().getHeader("Authorization");
        if (!isFeed(context) || header == null || !header.regionMatches(true, 0, "Basic ", 0, 6))
            return Optional.empty();
        try {
            var pair = new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            return Optional.of(pair.substring(pair.indexOf(':') + 1)).filter(token -> token.startsWith(API_TOKEN));
        } catch (IllegalArgumentException mangled) {
            return Optional.empty();
        }
    }

    /** A page leads back to itself; an action to the page it was pressed on, since it is not repeated unasked. */
    private static String whereTo(RoutingContext context) {
        var path = context.request().uri();
        if (context.request().method() == HttpMethod.GET) return path;
        var bare = context.normalizedPath();
        return bare.substring(0, Math.max(1, bare.lastIndexOf('/')));
    }
}
