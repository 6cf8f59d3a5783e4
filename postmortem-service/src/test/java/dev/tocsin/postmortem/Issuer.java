package dev.tocsin.postmortem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import org.eclipse.microprofile.config.ConfigProvider;

/** Stands in for oncall-service as the issuer of tokens: serves its public key, signs what tests ask for. */
public class Issuer implements QuarkusTestResourceLifecycleManager {
    public static final UUID ASHA = UUID.fromString("1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e04");
    private static final String SIGNING_KEY = "test.issuer.signing-key";
    private HttpServer server;

    public static String viewer() {
        return signed(token("Vera Viewer", Set.of("viewer")));
    }

    public static String responder() {
        return responder("Asha Rao");
    }

    public static String responder(String name) {
        return signed(token(name, Set.of("viewer", "responder")));
    }

    public static String admin() {
        return signed(token("Ada Admin", Set.of("viewer", "responder", "admin")));
    }

    /** The claims of a good token, for tests that spoil one of them. */
    public static JwtClaimsBuilder token(String name, Set<String> groups) {
        return Jwt.issuer("tocsin")
                .audience("tocsin")
                .subject(
                        name.equals("Asha Rao")
                                ? ASHA.toString()
                                : UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                                        .toString())
                .claim("name", name)
                .groups(groups)
                .expiresIn(300);
    }

    public static String signed(JwtClaimsBuilder claims) {
        return claims.jws().keyId("test").algorithm(SignatureAlgorithm.ES256).sign(key());
    }

    private static java.security.PrivateKey key() {
        var encoded = ConfigProvider.getConfig().getValue(SIGNING_KEY, String.class);
        try {
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var jwks = jwks((ECPublicKey) pair.getPublic()).getBytes(StandardCharsets.UTF_8);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/.well-known/jwks.json", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, jwks.length);
                try (var body = exchange.getResponseBody()) {
                    body.write(jwks);
                }
            });
            server.start();
            return Map.of(
                    "quarkus.oidc.auth-server-url",
                    "http://127.0.0.1:" + server.getAddress().getPort(),
                    SIGNING_KEY,
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) server.stop(0);
    }

    private static String jwks(ECPublicKey key) {
        return """
                {"keys":[{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"test","x":"%s","y":"%s"}]}""".formatted(
                coordinate(key.getW().getAffineX()), coordinate(key.getW().getAffineY()));
    }

    private static String coordinate(BigInteger value) {
        var bytes = value.toByteArray();
        var fixed = new byte[32];
        var from = Math.max(0, bytes.length - 32);
        var part = Arrays.copyOfRange(bytes, from, bytes.length);
        System.arraycopy(part, 0, fixed, 32 - part.length, part.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }
}
