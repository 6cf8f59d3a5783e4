package dev.tocsin.monitor;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import org.eclipse.microprofile.config.ConfigProvider;

import static io.restassured.RestAssured.given;

/** People who call the API. Groups are cumulative, as the issuer makes them. */
public final class Tokens {
    private static final List<String> RANKS = List.of("viewer", "responder", "admin");

    private Tokens() {}

    public static RequestSpecification as(String rank) {
        return given().auth()
                .oauth2(token(rank, "tocsin", "tocsin", Duration.ofMinutes(5)))
                .contentType(ContentType.JSON);
    }

    /** Somebody else of this rank. */
    public static RequestSpecification asPerson(String id, String rank) {
        return given().auth()
                .oauth2(token(id, rank, "tocsin", "tocsin", Duration.ofMinutes(5)))
                .contentType(ContentType.JSON);
    }

    public static String token(String rank, String issuer, String audience, Duration life) {
        return token("6a1b1f0e-0000-4000-8000-000000000001", rank, issuer, audience, life);
    }

    private static String token(String id, String rank, String issuer, String audience, Duration life) {
        return Jwt.issuer(issuer)
                .audience(audience)
                .subject(id)
                .claim("name", "Asha")
                .groups(Set.copyOf(RANKS.subList(0, RANKS.indexOf(rank) + 1)))
                .expiresIn(life)
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId("test")
                .sign(key());
    }

    private static PrivateKey key() {
        var encoded = ConfigProvider.getConfig().getValue("tests.issuer.key", String.class);
        try {
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
