package dev.tocsin.oncall.oidc;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.tocsin.oncall.people.Role;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The provider people may sign in with; none while the issuer is unset. */
@ConfigMapping(prefix = "tocsin.oidc")
interface OidcConfig {
    /** As the provider writes it into its tokens, to the letter. */
    Optional<URI> issuer();

    Optional<String> clientId();

    Optional<String> clientSecret();

    /** What people call it: "Sign in with …". */
    @WithDefault("your company account")
    String name();

    @WithDefault("openid,profile,email")
    List<String> scopes();

    /** How the provider may sign. No algorithm that shares a secret, and never none. */
    @WithDefault("RS256,ES256,PS256,EdDSA")
    List<String> algorithms();

    /** Counts every address the provider tells as verified; for providers that never say so. */
    @WithDefault("false")
    boolean trustEmail();

    /** The role of people nobody here knows yet; absent: only those who are known or invited get in. */
    Optional<Role> newPeople();

    /** The dashboard as people reach it; the provider leads back there. */
    URI publicUrl();

    /** How long somebody may take at the provider. */
    @WithDefault("10m")
    Duration attemptLife();

    /** How far the provider's clock may be from ours. */
    @WithDefault("60s")
    Duration clockSkew();

    /** Where the provider leads back to, the same for every sign-in. */
    default URI redirectUri() {
        var base = publicUrl().toString().replaceFirst("/+$", "");
        return URI.create(base + "/login/provider/back");
    }
}
