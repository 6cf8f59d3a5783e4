package dev.tocsin.dashboard.web;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.NewCookie;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Where people reach us over TLS no cookie of ours travels without it, the harmless ones included. */
@Singleton
class SecureCookies {
    private static final int AFTER_ALL_OTHERS = Integer.MIN_VALUE;

    private final Instance<DashboardConfig> config;

    /** @param config read at the first request: filters are made before the configuration is known */
    SecureCookies(Instance<DashboardConfig> config) {
        this.config = config;
    }

    @ServerResponseFilter(priority = AFTER_ALL_OTHERS)
    void secure(ContainerResponseContext response) {
        var cookies = response.getHeaders().get("Set-Cookie");
        if (cookies != null && config.get().secure())
            cookies.replaceAll(cookie -> cookie instanceof NewCookie ours ? secured(ours) : cookie);
    }

    static NewCookie secured(NewCookie cookie) {
        return new NewCookie.Builder(cookie.getName())
                .value(cookie.getValue())
                .path(cookie.getPath())
                .domain(cookie.getDomain())
                .maxAge(cookie.getMaxAge())
                .expiry(cookie.getExpiry())
                .httpOnly(cookie.isHttpOnly())
                .sameSite(cookie.getSameSite())
                .secure(true)
                .build();
    }
}
