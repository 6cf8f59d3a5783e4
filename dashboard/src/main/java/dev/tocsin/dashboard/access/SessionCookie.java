package dev.tocsin.dashboard.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;

import dev.tocsin.dashboard.web.DashboardConfig;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;

/** The cookie that holds the opaque session: out of reach for scripts, bound to this host when we are on TLS. */
@Singleton
class SessionCookie {
    private final DashboardConfig config;
    private final Clock clock;

    SessionCookie(DashboardConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    Optional<String> read(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(name()))
                .map(Cookie::getValue)
                .filter(value -> !value.isBlank());
    }

    NewCookie holding(String session, Instant expiresAt) {
        return cookie(session, (int)
                Math.max(0, Duration.between(clock.instant(), expiresAt).toSeconds()));
    }

    NewCookie cleared() {
        return cookie("", 0);
    }

    private String name() {
        return config.cookie("session");
    }

    private NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(name())
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(config.secure())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
