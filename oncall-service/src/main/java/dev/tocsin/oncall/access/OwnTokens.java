package dev.tocsin.oncall.access;

import java.util.HashSet;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.jwt.Claims;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/**
 * Accepts our own tokens. The issuer checks them with the keys it has in hand; the other services fetch those keys. A
 * token of another issuer is left to quarkus-oidc where the configuration allows one.
 */
@ApplicationScoped
class OwnTokens implements HttpAuthenticationMechanism {
    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final AccessConfig config;

    OwnTokens(Tokens tokens, AccessConfig config) {
        this.tokens = tokens;
        this.config = config;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        var token = bearer(context.request().getHeader("Authorization"));
        if (token.isEmpty()) return Uni.createFrom().nullItem();
        var claims = tokens.verify(token.get());
        if (claims.isPresent()) return Uni.createFrom().item(identity(token.get(), claims.get()));
        if (config.externalIssuer()) return Uni.createFrom().nullItem();
        return Uni.createFrom().failure(new AuthenticationFailedException("not a token of ours"));
    }

    /** Asked before quarkus-oidc. */
    @Override
    public int getPriority() {
        return HttpAuthenticationMechanism.DEFAULT_PRIORITY + 1000;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    /** The secret of an {@code Authorization: Bearer} header. */
    static Optional<String> bearer(String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) return Optional.empty();
        return Optional.of(header.substring(SCHEME.length()).strip()).filter(secret -> !secret.isEmpty());
    }

    private static SecurityIdentity identity(String token, JwtClaims claims) {
        try {
            claims.setClaim(Claims.raw_token.name(), token);
            var credential = new AccessTokenCredential(token);
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(new OidcJwtCallerPrincipal(claims, credential))
                    .addCredential(credential)
                    .addRoles(new HashSet<>(claims.getStringListClaimValue("groups")))
                    .build();
        } catch (MalformedClaimException e) {
            throw new AuthenticationFailedException("not a token of ours", e);
        }
    }
}
