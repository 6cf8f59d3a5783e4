package dev.tocsin.oncall.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;

/** Judges an ID token as OpenID Connect Core 1.0, section 3.1.3.7 asks. Pure. */
final class IdTokens {
    /** What a token must fit. */
    record Expected(String issuer, String clientId, String nonce, List<String> algorithms, int skewSeconds) {}

    /** What comes of it. */
    sealed interface Verdict {
        record Good(JwtClaims claims) implements Verdict {}

        record Bad(String reason) implements Verdict {}

        /** Signed by a key that is not among these: the provider may have changed its keys. */
        record UnknownKey() implements Verdict {}
    }

    private IdTokens() {}

    static Verdict judge(String token, List<JsonWebKey> keys, Expected expected, Instant now) {
        try {
            var consumer = new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                            ConstraintType.PERMIT, expected.algorithms().toArray(String[]::new)))
                    .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys))
                    .setExpectedIssuer(expected.issuer())
                    .setExpectedAudience(expected.clientId())
                    .setRequireSubject()
                    .setRequireIssuedAt()
                    .setRequireExpirationTime()
                    .setAllowedClockSkewInSeconds(expected.skewSeconds())
                    .setEvaluationTime(NumericDate.fromSeconds(now.getEpochSecond()))
                    .build();
            return judge(consumer.processToClaims(token), expected);
        } catch (InvalidJwtException e) {
            return e.getCause() instanceof org.jose4j.lang.UnresolvableKeyException
                    ? new Verdict.UnknownKey()
                    : new Verdict.Bad(reason(e));
        } catch (MalformedClaimException e) {
            return new Verdict.Bad("a claim has the wrong form");
        }
    }

    private static Verdict judge(JwtClaims claims, Expected expected) throws MalformedClaimException {
        var nonce = Objects.requireNonNullElse(claims.getStringClaimValue("nonce"), "");
        if (!MessageDigest.isEqual(bytes(nonce), bytes(expected.nonce())))
            return new Verdict.Bad("it was made for another sign-in");
        var party = claims.getStringClaimValue("azp");
        var others = claims.getAudience().size() > 1;
        if (party == null ? others : !party.equals(expected.clientId()))
            return new Verdict.Bad("it was made for another client");
        return new Verdict.Good(claims);
    }

    /** In words of ours: what the library says quotes the token. */
    private static String reason(InvalidJwtException e) {
        if (e.hasErrorCode(ErrorCodes.EXPIRED)) return "it has expired";
        if (e.hasErrorCode(ErrorCodes.AUDIENCE_INVALID) || e.hasErrorCode(ErrorCodes.AUDIENCE_MISSING))
            return "it was made for another client";
        if (e.hasErrorCode(ErrorCodes.ISSUER_INVALID) || e.hasErrorCode(ErrorCodes.ISSUER_MISSING))
            return "it is of another issuer";
        if (e.hasErrorCode(ErrorCodes.SIGNATURE_INVALID)) return "its signature is wrong";
        return "it cannot be trusted";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
