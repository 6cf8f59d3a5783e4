package dev.tocsin.dashboard.web;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the dashboard is reached and what it shows beside the product itself. */
@ConfigMapping(prefix = "tocsin")
public interface DashboardConfig {
    /** The dashboard's address as people type it; https turns on Secure and __Host- cookies. */
    String publicUrl();

    /** Marks every page "Demo data". */
    @WithDefault("false")
    boolean demo();

    /** Where the phone simulator shows its phones, when there is one. */
    Optional<String> phonesUrl();

    /** oncall-service's address as other people's tools reach it, shown beside a new routing key. */
    @WithDefault("http://localhost:8082")
    String oncallPublicUrl();

    /** Signs the tokens in forms: the same on all replicas, at least 32 characters. */
    Optional<String> csrfKey();

    /** Whether what is the same for every viewer is asked for once by pages opened within the same few seconds. */
    @WithDefault("true")
    boolean sharing();

    /** The name of one of our cookies: __Host- makes the browser insist on Secure, path / and no domain. */
    default String cookie(String kind) {
        return (secure() ? "__Host-tocsin-" : "tocsin-") + kind;
    }

    /** Whether people reach us over TLS. */
    default boolean secure() {
        return publicUrl().startsWith("https://");
    }
}
