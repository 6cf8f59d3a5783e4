package dev.tocsin.oncall.access;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How people and programs sign in. */
@ConfigMapping(prefix = "tocsin.access")
interface AccessConfig {
    /** One-time password of the first administrator, admin@tocsin.local; used only while nobody exists. */
    Optional<String> bootstrapPassword();

    /** A secret that may be exchanged for an administrator's token; absent: off. At least 32 characters. */
    Optional<String> operatorToken();

    /** A secret that our own services exchange for a token that may only read; absent: off. At least 32 characters. */
    Optional<String> serviceToken();

    /** A session ends after so long without use. */
    @WithDefault("12h")
    Duration sessionIdle();

    /** A session ends so long after the sign-in, used or not. */
    @WithDefault("7d")
    Duration sessionMax();

    /** How long the tokens for the services are good: so long a revoked session may linger at most. */
    @WithDefault("5m")
    Duration tokenLife();

    /** Work of a password hash, PBKDF2-HMAC-SHA-512; what OWASP asks. Hashes made with another figure stay good. */
    @WithDefault("210000")
    int passwordIterations();

    /** Whether people may sign in by password; switched off where they all come by the OIDC provider. */
    @WithDefault("true")
    boolean passwordSignIn();

    /** Whether tokens of another issuer, configured as quarkus.oidc, are accepted beside our own. */
    @WithDefault("false")
    boolean externalIssuer();
}
