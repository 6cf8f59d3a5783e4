package dev.tocsin.dashboard.web;

import java.net.URI;
import java.util.Optional;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;

import io.quarkus.logging.Log;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import static dev.tocsin.dashboard.web.Language.say;

/**
 * Refuses writes that another site makes a browser send, before anything else looks at them: the second net under the
 * token in the form, and the one that also covers the sign-in form.
 */
@Singleton
class SameOrigin {
    private final Instance<DashboardConfig> config;

    /** @param config read at the first request: filters are made before the configuration is known */
    SameOrigin(Instance<DashboardConfig> config) {
        this.config = config;
    }

    @ServerRequestFilter(preMatching = true)
    Optional<Response> refuseForeign(ContainerRequestContext request) {
        if (isSafe(request.getMethod())) return Optional.empty();
        var site = request.getHeaderString("Sec-Fetch-Site");
        var origin = request.getHeaderString("Origin");
        if (allowed(site, origin, request.getHeaderString("Host"), ours())) return Optional.empty();
        Log.warnf(
                "write from another site refused path=%s",
                LocalPath.printable(request.getUriInfo().getPath()));
        return Optional.of(Response.status(403)
                .type("text/plain;charset=UTF-8")
                .entity(say(ErrorWords.class).thisCameFromAnotherSiteAnd())
                .build());
    }

    /**
     * A browser that says where the request comes from is believed. Our pages send no referrer, so browsers write
     * {@code Origin: null} on our own forms: that alone decides nothing, and the token in the form does.
     */
    static boolean allowed(String site, String origin, String host, String ours) {
        if (site != null && !site.equals("same-origin") && !site.equals("none")) return false;
        if (origin == null || origin.equals("null")) return true;
        return origin.equals(ours)
                || (host != null && origin.replaceFirst("^https?://", "").equals(host));
    }

    static boolean isSafe(String method) {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }

    private String ours() {
        var uri = URI.create(config.get().publicUrl());
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port;
    }
}
