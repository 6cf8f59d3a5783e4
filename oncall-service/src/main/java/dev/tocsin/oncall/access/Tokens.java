package dev.tocsin.oncall.access;

import java.security.Key;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.audit.Caller;
import dev.tocsin.oncall.people.Accounts;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;

/** Issues the short-lived tokens that every service trusts, and checks our own here without asking ourselves by HTTP. */
@ApplicationScoped
public class Tokens {
    static final String ISSUER = "tocsin";
    static final String AUDIENCE = "tocsin";
    static final String SESSION = "sid";
    /** When the owner of the session last proved who they are, as ISO 8601. */
    static final String CONFIRMED = Caller.CONFIRMED;

    /** What somebody may do who must choose a password first: choose one. */
    static final Set<String> PASSWORD_CHANGE_ONLY = Set.of("password-change");

    private final SigningKeys keys;
    private final AccessConfig config;
    private final Clock clock;

    Tokens(SigningKeys keys, AccessConfig config, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /** A signed token and when it ends. */
    public record Issued(String token, Instant expiresAt) {}

    /** The session a token comes from. */
    public record From(UUID id, Instant confirmedAt) {}

    /** A token for {@code account}; {@code session} is the session it came from, when it came from one. */
    public Issued issue(Accounts.Account account, Optional<From> session) {
        var now = clock.instant();
        var expiresAt = now.plus(config.tokenLife());
        var claims = Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(account.id().toString())
                .groups(
                        account.mustChangePassword()
                                ? PASSWORD_CHANGE_ONLY
                                : account.role().groups())
                .claim("name", account.name())
                .claim("email", account.email())
                .claim("zone", account.zone().getId())
                .issuedAt(now)
                .expiresAt(expiresAt);
        session.ifPresent(from -> claims.claim(SESSION, from.id().toString())
                .claim(CONFIRMED, from.confirmedAt().toString()));
        var key = keys.active();
        var token = claims.jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(key.id().toString())
                .sign(key.pair().getPrivate());
        return new Issued(token, expiresAt);
    }

    /** The claims of a token that one of our keys signed, for us, and that has not ended; empty for any other. */
    Optional<JwtClaims> verify(String token) {
        try {
            return Optional.of(consumer().processToClaims(token));
        } catch (InvalidJwtException e) {
            return Optional.empty();
        }
    }

    private JwtConsumer consumer() {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                        ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
                .setVerificationKeyResolver((jws, _) -> key(jws))
                .setExpectedIssuer(ISSUER)
                .setExpectedAudience(AUDIENCE)
                .setRequireSubject()
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
    }

    private Key key(JsonWebSignature jws) throws UnresolvableKeyException {
        return keys.all().stream()
                .filter(key -> key.id().toString().equals(jws.getKeyIdHeaderValue()))
                .findFirst()
                .orElseThrow(() -> new UnresolvableKeyException("not a key of ours"))
                .publicKey();
    }
}
