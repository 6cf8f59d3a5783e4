package dev.tocsin.dashboard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.dashboard.FakeServices.Reply;

import static dev.tocsin.dashboard.FakeWorld.id;
import static dev.tocsin.dashboard.FakeWorld.map;
import static dev.tocsin.dashboard.FakeWorld.ref;

/** oncall-service as administrators see it: invitations, connections, limits, keys. */
final class FakeAdmin {
    static final UUID INVITATION = id(700);
    static final UUID TOKEN = id(701);
    static final UUID KEY = id(702);
    static final UUID INTEGRATION = id(703);
    static final String LINK = "https://tocsin.example/invitation/once";

    private final FakeWorld world;
    /** Why no mail goes out; null when it does. */
    String mailTrouble;

    FakeAdmin(FakeWorld world) {
        this.world = world;
    }

    Optional<Reply> answer(String method, String rest) {
        var sent = map("id", INVITATION, "email", "iris@example.org", "link", LINK, "trouble", mailTrouble);
        if (rest.equals("invitations") && method.equals("POST")) return reply(201, sent);
        if (rest.endsWith("/renew")) return reply(200, sent);
        if (rest.endsWith("/password-link"))
            return reply(201, map("link", LINK, "expiresAt", world.now.plus(Duration.ofHours(1))));
        if (rest.startsWith("admin/connections/"))
            return reply(200, map("worked", false, "said", "It was not sent: <b>21608</b> unverified number"));
        if (method.equals("DELETE")
                && (rest.startsWith("invitations/") || rest.startsWith("api-tokens/") || rest.contains("/keys/")))
            return reply(204, null);
        if (method.equals("DELETE") && rest.endsWith("/sessions")) return reply(204, null);
        return switch (rest) {
            case "invitations" ->
                items(map(
                        "id",
                        INVITATION,
                        "email",
                        "iris@example.org",
                        "role",
                        "responder",
                        "invitedBy",
                        "Ada Lovelace",
                        "createdAt",
                        world.ago(60),
                        "expiresAt",
                        world.now.plus(Duration.ofDays(7)),
                        "ended",
                        false));
            case "admin/connections" ->
                items(
                        map(
                                "id",
                                "twilio",
                                "title",
                                "Texts and calls (Twilio)",
                                "configured",
                                true,
                                "settings",
                                List.of(map("key", "TWILIO_AUTH_TOKEN", "value", "set")),
                                "test",
                                "Texts your own first verified number."),
                        map(
                                "id",
                                "mail",
                                "title",
                                "E-mail (SMTP)",
                                "configured",
                                false,
                                "settings",
                                List.of(map("key", "TOCSIN_SMTP_HOST", "value", "not set")),
                                "test",
                                "Mails the address you sign in with."));
            case "admin/limits" ->
                items(map(
                        "about",
                        "Signing in",
                        "limits",
                        List.of(map("what", "A session ends without use after", "value", "12 h"))));
            case "limits" ->
                items(map("about", "Plugins", "limits", List.of(map("what", "Plugins at once", "value", "8"))));
            case "api-tokens" ->
                items(map(
                        "id",
                        TOKEN,
                        "name",
                        FakeWorld.HOSTILE,
                        "owner",
                        ref(FakeWorld.BEN, "Ben Okafor"),
                        "prefix",
                        "tct_1a2b",
                        "createdAt",
                        world.ago(6000)));
            case "integration-keys" ->
                items(map(
                        "id",
                        KEY,
                        "integration",
                        ref(INTEGRATION, "Prometheus"),
                        "service",
                        ref(FakeWorld.CHECKOUT, "checkout"),
                        "kind",
                        "alertmanager",
                        "prefix",
                        "9f8e7d",
                        "createdAt",
                        world.ago(6000),
                        "lastUsedAt",
                        world.ago(3)));
            default -> Optional.empty();
        };
    }

    private static Optional<Reply> items(Object... items) {
        return reply(200, map("items", List.of(items)));
    }

    private static Optional<Reply> reply(int status, Object body) {
        return Optional.of(new Reply(status, body));
    }
}
