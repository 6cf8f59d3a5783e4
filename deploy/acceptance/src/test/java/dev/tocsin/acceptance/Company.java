package dev.tocsin.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What a company has before Tocsin comes: a mail server, and an OIDC provider at which everybody is signed in. */
final class Company implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String CLIENT = "tocsin";

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
    private final String whoIsSignedIn;
    private final HttpServer provider;
    private final KeyPair key;

    /** @param whoIsSignedIn the address that the provider knows its visitor by */
    Company(String whoIsSignedIn) {
        this.whoIsSignedIn = whoIsSignedIn;
        mail.start();
        try {
            key = KeyPairGenerator.getInstance("RSA").generateKeyPair();
            provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        provider.createContext("/", this::answer);
        provider.start();
    }

    /** Tells Tocsin of both. */
    Map<String, String> settings() {
        return Map.of(
                "TOCSIN_SMTP_HOST",
                "127.0.0.1",
                "TOCSIN_SMTP_PORT",
                Integer.toString(mail.getSmtp().getPort()),
                "TOCSIN_OIDC_ISSUER",
                issuer(),
                "TOCSIN_OIDC_CLIENT_ID",
                CLIENT,
                "TOCSIN_OIDC_CLIENT_SECRET",
                "a secret between the two",
                "TOCSIN_OIDC_NAME",
                "Acme");
    }

    /** The newest link with this in its path that was mailed to somebody. */
    String linkMailedTo(String address, String path) {
        var link = Pattern.compile("https?://\\S+" + path + "[A-Za-z0-9_-]+");
        return Await.until(
                "a mail to " + address,
                Duration.ofSeconds(20),
                () -> Stream.of(mail.getReceivedMessages())
                        .filter(message -> GreenMailUtil.getAddressList(recipients(message))
                                .contains(address))
                        .map(message ->
                                link.matcher(GreenMailUtil.getBody(message).replace("=\r\n", "")))
                        .filter(found -> found.find())
                        .map(found -> found.group())
                        .reduce((_, newer) -> newer));
    }

    private static jakarta.mail.Address[] recipients(jakarta.mail.Message message) {
        try {
            return message.getAllRecipients();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        provider.stop(0);
        mail.stop();
    }

    private String issuer() {
        return "http://127.0.0.1:" + provider.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" ->
                    reply(
                            exchange,
                            Map.of(
                                    "issuer", issuer(),
                                    "authorization_endpoint", issuer() + "/authorize",
                                    "token_endpoint", issuer() + "/token",
                                    "jwks_uri", issuer() + "/keys"));
                case "/keys" -> reply(exchange, Map.of("keys", List.of(publicKey())));
                case "/authorize" -> authorize(exchange);
                case "/token" -> token(exchange);
                default -> exchange.sendResponseHeaders(404, -1);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whoever comes is known already and goes straight back. */
    private void authorize(HttpExchange exchange) throws IOException {
        var request = fields(exchange.getRequestURI().getRawQuery());
        var code = "code-" + asked.size();
        asked.put(code, request);
        var back = "%s?code=%s&state=%s"
                .formatted(request.get("redirect_uri"), code, URLEncoder.encode(request.get("state"), UTF_8));
        exchange.getResponseHeaders().set("Location", back);
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange) throws IOException, GeneralSecurityException {
        var sent = fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        var request = asked.remove(sent.get("code"));
        var challenge = BASE64.encodeToString(MessageDigest.getInstance("SHA-256")
                .digest(sent.get("code_verifier").getBytes(UTF_8)));
        if (request == null || !challenge.equals(request.get("code_challenge"))) {
            exchange.sendResponseHeaders(400, -1);
            return;
        }
        var now = Instant.now().getEpochSecond();
        var claims = Map.of(
                "iss",
                issuer(),
                "aud",
                CLIENT,
                "sub",
                "4711",
                "iat",
                now,
                "exp",
                now + 300,
                "nonce",
                request.get("nonce"),
                "email",
                whoIsSignedIn,
                "email_verified",
                true,
                "name",
                "Whoever");
        reply(exchange, Map.of("access_token", "none", "token_type", "Bearer", "id_token", signed(claims)));
    }

    private String signed(Map<String, ?> claims) throws GeneralSecurityException, JsonProcessingException {
        var head = Map.of("alg", "RS256", "kid", "one");
        var text = BASE64.encodeToString(JSON.writeValueAsBytes(head))
                + '.'
                + BASE64.encodeToString(JSON.writeValueAsBytes(claims));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key.getPrivate());
        signature.update(text.getBytes(UTF_8));
        return text + '.' + BASE64.encodeToString(signature.sign());
    }

    private Map<String, String> publicKey() {
        var rsa = (RSAPublicKey) key.getPublic();
        return Map.of(
                "kty", "RSA",
                "kid", "one",
                "use", "sig",
                "alg", "RS256",
                "n", BASE64.encodeToString(unsigned(rsa.getModulus().toByteArray())),
                "e", BASE64.encodeToString(rsa.getPublicExponent().toByteArray()));
    }

    /** A modulus is written without the byte that says it is positive. */
    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number;
    }

    private static void reply(HttpExchange exchange, Map<String, ?> body) throws IOException {
        var bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> fields(String form) {
        return Arrays.stream(form.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }
}
