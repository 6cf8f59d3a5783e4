package dev.tocsin.oncall.oidc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/** A small OIDC provider over real HTTP, with real keys: it does what a careful one does, and wrong what a test asks for. */
final class TestIssuer implements AutoCloseable {
    static final String CLIENT = "tocsin";
    static final String SECRET = "the client's secret & more";

    private final HttpServer server;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final AtomicInteger codes = new AtomicInteger();
    private volatile RsaJsonWebKey key = fresh("first");

    TestIssuer(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** How a token comes to be wrong. */
    enum Fault {
        NONE,
        NO_ALGORITHM,
        SHARED_SECRET,
        STRANGERS_KEY,
        NO_TOKEN
    }

    /** What the code stands for; {@code email} is left to the user info when {@code thin}. */
    private record Grant(Map<String, String> asked, JwtClaims claims, Fault fault, Map<String, Object> more) {}

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Somebody signs in at the address they were sent to; gives the code they come back with. */
    String signsIn(URI authorization, String subject, String email, Instant now) {
        return signsIn(authorization, subject, email, now, Fault.NONE, _ -> {});
    }

    String signsIn(
            URI authorization, String subject, String email, Instant now, Fault fault, Consumer<JwtClaims> wrongly) {
        var asked = fields(authorization.getRawQuery());
        if (!CLIENT.equals(asked.get("client_id"))
                || !"https://tocsin.example.com/login/provider/back".equals(asked.get("redirect_uri"))
                || !"S256".equals(asked.get("code_challenge_method")))
            throw new IllegalArgumentException("not as registered: " + asked);
        var claims = new JwtClaims();
        claims.setIssuer(url());
        claims.setSubject(subject);
        claims.setAudience(CLIENT);
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.getEpochSecond() + 300));
        claims.setClaim("nonce", asked.get("nonce"));
        claims.setClaim("email", email);
        claims.setClaim("email_verified", true);
        claims.setClaim("name", "Somebody Else There");
        wrongly.accept(claims);
        var code = "code-" + codes.incrementAndGet();
        var more = new HashMap<String, Object>(Map.of("sub", subject, "email", email, "email_verified", "true"));
        grants.put(code, new Grant(asked, claims, fault, more));
        return code;
    }

    /** From now on tokens are signed by another key, as providers do every few months. */
    void changesItsKey() {
        key = fresh("second");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" ->
                    reply(
                            exchange,
                            200,
                            Map.of(
                                    "issuer", url(),
                                    "authorization_endpoint", url() + "/authorize",
                                    "token_endpoint", url() + "/token",
                                    "jwks_uri", url() + "/keys",
                                    "userinfo_endpoint", url() + "/me",
                                    "response_types_supported", List.of("code")));
                case "/keys" ->
                    reply(exchange, 200, Map.of("keys", List.of(key.toParams(OutputControlLevel.PUBLIC_ONLY))));
                case "/token" -> token(exchange);
                case "/me" -> {
                    var code = exchange.getRequestHeaders()
                            .getFirst("Authorization")
                            .substring("Bearer ".length());
                    reply(exchange, 200, grants.get(code).more());
                }
                default -> reply(exchange, 404, Map.of());
            }
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        var sent = fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        var code = sent.getOrDefault("code", "");
        var grant = grants.get(code);
        var pair = URLDecoder.decode(
                new String(
                        Base64.getDecoder()
                                .decode(exchange.getRequestHeaders()
                                        .getFirst("Authorization")
                                        .substring("Basic ".length())),
                        UTF_8),
                UTF_8);
        var proves = grant != null
                && pair.equals(CLIENT + ":" + SECRET)
                && challenge(sent.getOrDefault("code_verifier", ""))
                        .equals(grant.asked().get("code_challenge"))
                && grant.asked().get("redirect_uri").equals(sent.get("redirect_uri"));
        if (!proves) {
            reply(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        var answer = new HashMap<String, Object>(Map.of("access_token", code, "token_type", "Bearer"));
        if (grant.fault() != Fault.NO_TOKEN) answer.put("id_token", signed(grant));
        reply(exchange, 200, answer);
    }

    private String signed(Grant grant) {
        try {
            var token = new JsonWebSignature();
            token.setPayload(grant.claims().toJson());
            switch (grant.fault()) {
                case NONE, NO_TOKEN -> {
                    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
                    token.setKeyIdHeaderValue(key.getKeyId());
                    token.setKey(key.getPrivateKey());
                }
                case STRANGERS_KEY -> {
                    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
                    token.setKeyIdHeaderValue(key.getKeyId());
                    token.setKey(fresh("a stranger's").getPrivateKey());
                }
                case SHARED_SECRET -> {
                    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
                    token.setKeyIdHeaderValue(key.getKeyId());
                    token.setKey(new HmacKey(key.getRsaPublicKey().getEncoded()));
                }
                case NO_ALGORITHM -> {
                    token.setAlgorithmConstraints(AlgorithmConstraints.ALLOW_ONLY_NONE);
                    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
                }
            }
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void reply(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
        var bytes = new ObjectMapper().writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> fields(String form) {
        var fields = new HashMap<String, String>();
        Arrays.stream(form.split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> fields.put(pair[0], URLDecoder.decode(pair[1], UTF_8)));
        return fields;
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RsaJsonWebKey fresh(String id) {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
