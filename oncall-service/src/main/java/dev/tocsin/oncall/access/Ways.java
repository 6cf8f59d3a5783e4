package dev.tocsin.oncall.access;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;

/** The ways in beside the password, as the configuration has them. */
@ConfigMapping(prefix = "tocsin")
interface Ways {
    /** Set where a provider is. */
    @WithName("oidc.issuer")
    Optional<String> issuer();

    @WithName("oidc.name")
    Optional<String> providersName();

    /** Set where mail can be sent. */
    @WithName("mail.host")
    Optional<String> mailServer();

    /** The dashboard as people reach it. */
    @WithName("oidc.public-url")
    String publicUrl();

    /** What to call the OIDC provider, where there is one. */
    default Optional<String> provider() {
        return issuer().map(_ -> providersName().orElse("your company account"));
    }

    default boolean mail() {
        return mailServer().isPresent();
    }
}
