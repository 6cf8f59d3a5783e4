package dev.tocsin.dashboard;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import static dev.tocsin.dashboard.FakeWorld.map;

/** oncall-service as somebody meets it who is not signed in: the ways in, the provider, links that were mailed. */
final class FakeAccess {
    static final String GOOD_LINK = "k".repeat(32);
    static final String PROVIDER = "https://id.example/authorize?client_id=tocsin&state=s1";

    private final FakeWorld world;
    /** What to call the OIDC provider; null without one. */
    String provider;

    boolean passwords = true;
    boolean mail = true;

    FakeAccess(FakeWorld world) {
        this.world = world;
    }

    /** Whether a path is one for people who are not signed in; others may carry what is no JSON. */
    static boolean answers(String path) {
        return path.matches("/api/v1/(setup|oidc/.+|welcome/.+|password-resets.*)");
    }

    Optional<FakeServices.Reply> answer(String path, JsonNode body) {
        return Optional.ofNullable(
                switch (path) {
                    case "/api/v1/setup" ->
                        new FakeServices.Reply(
                                200, map("state", "done", "passwords", passwords, "provider", provider, "mail", mail));
                    case "/api/v1/oidc/attempts" ->
                        new FakeServices.Reply(201, map("url", PROVIDER, "attempt", "the-attempt"));
                    case "/api/v1/oidc/sessions" -> provided(body);
                    case "/api/v1/welcome/look" ->
                        good(body)
                                ? new FakeServices.Reply(
                                        200,
                                        map(
                                                "email",
                                                "iris@example.org",
                                                "role",
                                                "responder",
                                                "invitedBy",
                                                "Ada Lovelace",
                                                "expiresAt",
                                                world.now.plus(Duration.ofDays(7))))
                                : over();
                    case "/api/v1/welcome/accept" -> good(body) ? session() : over();
                    case "/api/v1/password-resets" -> new FakeServices.Reply(202, null);
                    case "/api/v1/password-resets/look" ->
                        good(body)
                                ? new FakeServices.Reply(200, map("name", "Ada", "email", "ada@example.org"))
                                : over();
                    case "/api/v1/password-resets/use" -> good(body) ? new FakeServices.Reply(204, null) : over();
                    default -> null;
                });
    }

    private FakeServices.Reply provided(JsonNode body) {
        if (body.path("attempt").asText().equals("the-attempt")
                && body.path("state").asText().equals("s1")) {
            return body.path("code").asText().equals("stranger")
                    ? refuse(403, "nobody here has the address x@example.org; ask an administrator to invite you")
                    : session();
        }
        return refuse(401, "this sign-in was used, took too long, or began elsewhere");
    }

    private FakeServices.Reply session() {
        return new FakeServices.Reply(
                201,
                map(
                        "session",
                        "tcs_ben",
                        "expiresAt",
                        world.now.plus(Duration.ofDays(7)),
                        "person",
                        world.people.get("ben")));
    }

    private static boolean good(JsonNode body) {
        return body.path("token").asText().equals(GOOD_LINK);
    }

    private static FakeServices.Reply over() {
        return refuse(404, "this link was used, or its hour is over");
    }

    private static FakeServices.Reply refuse(int status, String detail) {
        Map<String, Object> problem = FakeServices.problem(status, "Refused", detail);
        return new FakeServices.Reply(status, problem);
    }
}
