package dev.tocsin.dashboard.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import io.quarkus.logging.Log;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;

/**
 * No write without the token of a page of ours. Every write is a form, so everything else is refused too; what was typed
 * into a refused form is shown, not lost.
 */
@Singleton
public class FormGuard {
    /** The field of the token in every form. */
    public static final String FIELD = "csrf-token";

    private static final String VISITOR = "tocsin.visitor";
    private static final String RENEWED = "tocsin.renewed-session";
    private static final int A_WEEK = 7 * 24 * 60 * 60;

    private final Instance<DashboardConfig> config;

    /** @param config read at the first request: filters are made before the configuration is known */
    FormGuard(Instance<DashboardConfig> config) {
        this.config = config;
    }

    @ServerRequestFilter
    @WithFormRead
    Optional<Response> check(ContainerRequestContext request, RoutingContext context) {
        if (SameOrigin.isSafe(request.getMethod())) {
            if (owners(context).isEmpty()) context.put(VISITOR, FormTokens.visitor());
            return Optional.empty();
        }
        var form = MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(request.getMediaType())
                || MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(request.getMediaType());
        var token = Posted.field(FIELD);
        if (form && token.isPresent() && knows(token.get(), context)) return Optional.empty();
        Log.warnf("write without its token refused path=%s", LocalPath.printable(context.normalizedPath()));
        return Optional.of(ErrorPages.notAccepted(context, isOurOwn(context) ? lasting(context) : ""));
    }

    /** Who opens a page without a session gets a cookie that the token of its forms is made from. */
    @ServerResponseFilter
    void remember(ContainerResponseContext response, RoutingContext context) {
        String visitor = context.get(VISITOR);
        if (visitor == null) return;
        var cookie = new NewCookie.Builder(name("visitor"))
                .value(visitor)
                .path("/")
                .maxAge(A_WEEK)
                .httpOnly(true)
                .secure(config.get().secure())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
        response.getHeaders().add("Set-Cookie", cookie);
    }

    /** The token for the forms of this page; empty on the rare page that nobody may write from. */
    String token(RoutingContext context) {
        String renewed = context.get(RENEWED);
        if (renewed != null) return tokens().token(renewed);
        var owners = owners(context);
        if (!owners.isEmpty()) return tokens().token(owners.getFirst());
        String visitor = context.get(VISITOR);
        return visitor == null ? "" : tokens().token(visitor);
    }

    /** Whether a form with this token came from a page that this browser opened. */
    public boolean knows(String token, RoutingContext context) {
        return owners(context).stream().anyMatch(owner -> tokens().matches(token, owner));
    }

    /** A token that outlives the session of this request: for a form that is sent again after signing in anew. */
    public String lasting(RoutingContext context) {
        var known = context.request().getCookie(name("visitor"));
        if (known != null && !known.getValue().isBlank()) return tokens().token(known.getValue());
        var visitor = FormTokens.visitor();
        context.put(VISITOR, visitor);
        return tokens().token(visitor);
    }

    /** After signing in within this request: the forms of its page belong to the new session. */
    public static void renewed(RoutingContext context, String session) {
        context.put(RENEWED, session);
    }

    /** The browser itself says that the form was sent from a page of this site, so its text may be offered again. */
    private static boolean isOurOwn(RoutingContext context) {
        return "same-origin".equals(context.request().getHeader("Sec-Fetch-Site"));
    }

    /** The session before the visitor: a form opened before signing in still works after it. */
    private List<String> owners(RoutingContext context) {
        return Stream.of("session", "visitor")
                .map(kind -> context.request().getCookie(name(kind)))
                .flatMap(cookie -> Stream.ofNullable(cookie).map(Cookie::getValue))
                .filter(value -> !value.isBlank())
                .toList();
    }

    private String name(String kind) {
        return config.get().cookie(kind);
    }

    private FormTokens tokens() {
        return new FormTokens(config.get().csrfKey().orElse(""));
    }
}
