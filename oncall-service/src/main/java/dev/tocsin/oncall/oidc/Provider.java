package dev.tocsin.oncall.oidc;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.oidc.IdTokens.Verdict;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.lang.JoseException;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

/** The provider as we use it: the address people are sent to, and the word on who came back. */
@ApplicationScoped
class Provider {
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration BETWEEN_KEYS = Duration.ofSeconds(10);

    private final OidcConfig config;
    private final Wire wire;
    private final Clock clock;
    private volatile Known known;

    Provider(OidcConfig config, Wire wire, Clock clock) {
        this.config = config;
        this.wire = wire;
        this.clock = clock;
    }

    private record Known(Places places, List<JsonWebKey> keys, Instant readAt) {}

    private record Tokens(String id_token, String access_token) {}

    private record UserInfo(String sub, String email, String email_verified, String name) {}

    boolean isThere() {
        return config.issuer().isPresent();
    }

    /** Where somebody signs in, for one attempt (RFC 6749 with RFC 7636). */
    URI authorization(Attempt attempt) {
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", client());
        query.put("redirect_uri", config.redirectUri().toString());
        query.put("scope", String.join(" ", config.scopes()));
        query.put("state", attempt.state());
        query.put("nonce", attempt.nonce());
        query.put("code_challenge", attempt.challenge());
        query.put("code_challenge_method", "S256");
        if (attempt.anew()) query.put("prompt", "login");
        var place = known().places().authorization();
        var text = query.entrySet().stream()
                .map(part -> part.getKey() + "=" + encode(part.getValue(), UTF_8))
                .collect(Collectors.joining("&", place.getRawQuery() == null ? "?" : "&", ""));
        return URI.create(place + text);
    }

    /**
     * Who signed in there.
     *
     * @throws ProviderTrouble when the provider does not say, or says what cannot be trusted
     */
    Who whoCame(String code, String verifier, String nonce) {
        var tokens = exchanged(code, verifier);
        if (tokens.id_token() == null) throw new ProviderTrouble("gave no ID token");
        try {
            return who(claims(tokens.id_token(), nonce), tokens.access_token());
        } catch (MalformedClaimException e) {
            throw new ProviderTrouble("gave an ID token that is not to be trusted: a claim has the wrong form", e);
        }
    }

    private Tokens exchanged(String code, String verifier) {
        var places = known().places();
        var secret = config.clientSecret().orElse("");
        var form = new HashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                config.redirectUri().toString(),
                "client_id",
                client(),
                "code_verifier",
                verifier));
        if (places.secretInForm()) form.put("client_secret", secret);
        return wire.post(places.token(), form, client(), secret, Tokens.class);
    }

    private JwtClaims claims(String token, String nonce) {
        var expected = new IdTokens.Expected(
                config.issuer().orElseThrow().toString(), client(), nonce, config.algorithms(), (int)
                        config.clockSkew().toSeconds());
        var verdict = IdTokens.judge(token, known().keys(), expected, clock.instant());
        if (verdict instanceof Verdict.UnknownKey && keysMayHaveChanged())
            verdict = IdTokens.judge(token, read().keys(), expected, clock.instant());
        return switch (verdict) {
            case Verdict.Good(var claims) -> claims;
            case Verdict.Bad(var reason) ->
                throw new ProviderTrouble("gave an ID token that is not to be trusted: " + reason);
            case Verdict.UnknownKey _ ->
                throw new ProviderTrouble("gave an ID token that is not to be trusted: its key is unknown");
        };
    }

    private Who who(JwtClaims claims, String accessToken) throws MalformedClaimException {
        var issuer = config.issuer().orElseThrow().toString();
        var subject = claims.getSubject();
        var email = claims.getStringClaimValue("email");
        if (email != null || accessToken == null || known().places().userInfo().isEmpty())
            return new Who(
                    issuer,
                    subject,
                    vouched(email, String.valueOf(claims.getClaimValue("email_verified"))),
                    Optional.ofNullable(claims.getStringClaimValue("name")));
        var more = wire.get(known().places().userInfo().get(), accessToken, UserInfo.class);
        if (!subject.equals(more.sub())) throw new ProviderTrouble("tells of somebody else than who signed in");
        return new Who(issuer, subject, vouched(more.email(), more.email_verified()), Optional.ofNullable(more.name()));
    }

    private Optional<String> vouched(String email, String verified) {
        return Optional.ofNullable(email).filter(_ -> config.trustEmail() || "true".equals(verified));
    }

    /**
     * Reads anew what the provider says of itself.
     *
     * @return how many keys it has
     */
    int reread() {
        return read().keys().size();
    }

    /** What is known of the provider, at most an hour old; what was known before does when it is away. */
    private Known known() {
        var before = known;
        if (before != null && before.readAt().plus(FRESH).isAfter(clock.instant())) return before;
        try {
            return read();
        } catch (ProviderTrouble away) {
            if (before == null) throw away;
            return before;
        }
    }

    private boolean keysMayHaveChanged() {
        return known().readAt().plus(BETWEEN_KEYS).isBefore(clock.instant());
    }

    private Known read() {
        var issuer = config.issuer().orElseThrow();
        var document = URI.create(issuer.toString().replaceFirst("/+$", "") + "/.well-known/openid-configuration");
        var places = Places.of(wire.get(document, Places.Document.class), issuer);
        try {
            var keys = new JsonWebKeySet(wire.text(places.keys())).getJsonWebKeys();
            return known = new Known(places, keys, clock.instant());
        } catch (JoseException e) {
            throw new ProviderTrouble("publishes keys that cannot be read", e);
        }
    }

    private String client() {
        return config.clientId().orElseThrow();
    }
}
