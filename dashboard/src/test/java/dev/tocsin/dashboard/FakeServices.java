package dev.tocsin.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import static dev.tocsin.dashboard.FakeWorld.map;
import static dev.tocsin.dashboard.FakeWorld.ref;

/** All three services as one small HTTP server that answers by the contract and remembers what was written. */
public final class FakeServices implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);

    /** What counts no versions is as it was read for as long as this is said. */
    static final String TAG = "\"as-it-is\"";

    private final HttpServer server;
    private final Set<String> revoked = new HashSet<>();
    /** "POST /api/v1/incidents/…/notes" and the like, in order; exchanges of a session are not writes. */
    final List<String> writes = new CopyOnWriteArrayList<>();
    /** Bodies of the writes, by the same index. */
    final List<String> bodies = new CopyOnWriteArrayList<>();
    /** Prefixes of paths that answer nothing useful: the service behind them is down. */
    final Set<String> down = new HashSet<>();
    /** Paths that refuse with this problem. */
    final Map<String, Map<String, Object>> refusals = new HashMap<>();

    FakeWorld world;
    FakeAccess access;
    FakeAdmin admin;
    /** Answers first when it is there: for tests of the rooms in which things are edited. */
    FakeRooms rooms;

    String lastClient = "";
    /** Whether the viewer has lately proved who they are. */
    boolean confirmed = true;

    /** @param port 0 for any */
    FakeServices(int port) {
        world = new FakeWorld(Instant.now());
        access = new FakeAccess(world);
        admin = new FakeAdmin(world);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** Serves the fake on a port, to look at the pages without the services. */
    public static void main(String[] args) throws InterruptedException {
        try (var fake = new FakeServices(Integer.parseInt(args[0]))) {
            fake.rooms = new FakeRooms(fake.world);
            System.out.println("fake services at " + fake.url());
            Thread.currentThread().join();
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void reset() {
        world = new FakeWorld(Instant.now());
        access = new FakeAccess(world);
        admin = new FakeAdmin(world);
        rooms = null;
        writes.clear();
        bodies.clear();
        down.clear();
        refusals.clear();
        revoked.clear();
        confirmed = true;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** The session ends elsewhere, as by a revocation; signing in opens it again. */
    void endSession(String session) {
        revoked.add(session);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var method = exchange.getRequestMethod();
            if (down.stream().anyMatch(path::startsWith)) {
                reply(exchange, new Reply(502, "bad gateway"));
                return;
            }
            if (path.startsWith("/calendar/")) {
                calendar(exchange, path);
                return;
            }
            if (!method.equals("GET") && !path.equals("/api/v1/token") && !path.contains("/preview-")) {
                writes.add(method + " " + path);
                bodies.add(body);
            }
            var read = exchange.getRequestHeaders().getFirst("If-Match");
            reply(
                    exchange,
                    read == null || read.equals(TAG)
                            ? answer(exchange, method, path, body)
                            : refuse(409, "somebody changed this meanwhile"));
        } catch (RuntimeException e) {
            e.printStackTrace();
        }
    }

    record Reply(int status, Object body) {}

    private static Reply ok(Object body) {
        return new Reply(200, body);
    }

    static Map<String, Object> problem(int status, String title, String detail, Object... fieldReason) {
        var errors = new ArrayList<Object>();
        for (var i = 0; i < fieldReason.length; i += 2)
            errors.add(map("field", fieldReason[i], "reason", fieldReason[i + 1]));
        return map("type", "about:blank", "title", title, "status", status, "detail", detail, "errors", errors);
    }

    private static Reply refuse(int status, String detail) {
        return new Reply(status, problem(status, "Refused", detail));
    }

    private Reply answer(HttpExchange exchange, String method, String path, String body)
            throws JsonProcessingException {
        var bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .replace("Bearer ", "");
        if (refusals.containsKey(method + " " + path)) {
            var refusal = refusals.get(method + " " + path);
            return new Reply((Integer) refusal.get("status"), refusal);
        }
        var open = FakeAccess.answers(path)
                ? access.answer(path, JSON.readTree(body.isBlank() ? "{}" : body))
                : Optional.<Reply>empty();
        if (open.isPresent()) return open.get();
        if (path.equals("/api/v1/sessions")) return signIn(exchange, JSON.readTree(body));
        if (path.equals("/api/v1/token")) return exchange(bearer);
        if (path.startsWith("/api/v1/links/")) return link(method, path);
        if (path.equals("/api/v1/sessions/current")) {
            revoked.add(bearer);
            return new Reply(204, null);
        }
        var person = world.people.get(bearer.replace("jwt-", ""));
        if (person == null) return refuse(401, "no token");
        var rest = path.substring("/api/v1/".length());
        if (rest.equals("me/confirmation")) return confirmation(JSON.readTree(body));
        if (!confirmed && method.equals("POST") && rest.endsWith("/contact-methods"))
            return new Reply(403, map("type", "urn:tocsin:unconfirmed", "title", "Forbidden", "status", 403));
        var administered = admin.answer(method, rest);
        if (administered.isPresent()) return administered.get();
        if (rest.endsWith("/similar") && rest.startsWith("incidents/")) return ok(FakeReads.similar(world));
        if (rest.endsWith("/curve")) return ok(FakeReads.curve(world));
        if (rest.equals("checks/overview")) return ok(FakeReads.overview(world));
        var edited = rooms == null ? Optional.<Reply>empty() : rooms.answer(method, rest, query(exchange), body);
        if (edited.isPresent()) return edited.get();
        if (rest.startsWith("tasks/")) return ok(task());
        if (rest.contains("/test-pages")) return testPages(method, rest);
        if (rest.startsWith("incidents")) return incidents(method, rest, query(exchange), person, body);
        return other(method, rest, person, query(exchange));
    }

    private Reply confirmation(JsonNode proof) {
        confirmed = proof.path("password").asText().equals(FakeWorld.PASSWORD);
        return confirmed ? new Reply(204, null) : refuse(400, "password is not your password");
    }

    private Reply signIn(HttpExchange exchange, JsonNode credentials) {
        lastClient = String.valueOf(exchange.getRequestHeaders().getFirst("X-Tocsin-Client"));
        var key = credentials.path("email").asText().replace("@example.org", "");
        if (key.equals("flood")) return refuse(429, "too many tries");
        var person = world.people.get(key);
        if (person == null || !credentials.path("password").asText().equals(FakeWorld.PASSWORD))
            return refuse(401, "wrong");
        revoked.remove("tcs_" + key);
        return new Reply(
                201, map("session", "tcs_" + key, "expiresAt", world.now.plus(Duration.ofDays(7)), "person", person));
    }

    private Reply exchange(String session) {
        var person = world.people.get(session.replaceFirst("tc[st]_", ""));
        if (person == null || revoked.contains(session)) return refuse(401, "no session");
        return ok(map(
                "token",
                session.replaceFirst("tc[st]_", "jwt-"),
                "expiresAt",
                world.now.plus(Duration.ofMinutes(5)),
                "person",
                person));
    }

    private Reply testPages(String method, String rest) {
        if (rest.endsWith("/arrived")) return new Reply(204, null);
        if (method.equals("GET")) return ok(map("items", FakeReads.testPages(world)));
        return ok(map(
                "items",
                List.of(
                        map("kind", "sms", "address", "+49 ••• 67", "sent", true),
                        map("kind", "email", "address", "a•@x.org", "sent", false, "why", "no mail server"))));
    }

    private Reply link(String method, String path) {
        var token = path.substring(path.lastIndexOf('/') + 1);
        var row = world.incidents.getFirst();
        if (token.equals("nope")) return refuse(404, "no such link");
        var done = row.containsKey("acknowledgedAt");
        var by = "already acknowledged by Ada Lovelace";
        if (method.equals("POST")) {
            if (!done) acknowledge(row, world.people.get("ada"), "link");
            return ok(map(
                    "outcome",
                    done ? "already-acknowledged" : "taken",
                    "message",
                    done ? by : "Acknowledged. You have it.",
                    "incident",
                    row));
        }
        return ok(map(
                "action",
                "acknowledge",
                "incident",
                row,
                "person",
                map("name", "Ada Lovelace"),
                "state",
                token.equals("old") ? "expired" : done ? "already-acknowledged" : "ready",
                "message",
                done ? by : ""));
    }

    private Reply incidents(
            String method, String rest, Map<String, String> query, Map<String, Object> person, String body)
            throws JsonProcessingException {
        var parts = rest.split("/");
        if (parts.length == 1 && method.equals("POST")) {
            var asked = JSON.readTree(body);
            var row = world.incident(
                    45,
                    "triggered",
                    asked.path("severity").asText(),
                    asked.path("title").asText(),
                    UUID.fromString(asked.path("serviceId").asText()),
                    FakeWorld.PAYMENTS,
                    Instant.now(),
                    FakeWorld.ADA);
            world.incidents.addFirst(world.incidents.removeLast());
            world.latest++;
            return new Reply(201, row);
        }
        if (parts.length == 1) return ok(list(query, person));
        if (parts[1].equals("changes"))
            return ok(map("latest", world.latest, "openCount", open().size(), "triggeredCount", 2));
        var found = world.incidents.stream()
                .filter(i -> i.get("id").toString().equals(parts[1])
                        || i.get("number").toString().equals(parts[1]))
                .findFirst();
        if (found.isEmpty()) return refuse(404, "no incident " + parts[1]);
        var row = found.get();
        if (parts.length == 2) return ok(world.page(row));
        world.latest++;
        switch (parts[2]) {
            case "acknowledge" -> {
                if (row.containsKey("acknowledgedAt"))
                    return ok(map(
                            "outcome",
                            "already-acknowledged",
                            "message",
                            "already acknowledged by Ada Lovelace at 03:12",
                            "incident",
                            row));
                acknowledge(row, person, "web");
            }
            case "resolve" -> {
                row.put("state", "resolved");
                row.put("resolvedAt", Instant.now());
                row.put("resolvedBy", map("id", person.get("id"), "name", person.get("name"), "kind", "person"));
            }
            default -> {}
        }
        return ok(map("outcome", "taken", "message", "Done.", "incident", row));
    }

    private static void acknowledge(Map<String, Object> row, Map<String, Object> person, String channel) {
        row.put("state", "acknowledged");
        row.put("acknowledgedAt", Instant.now());
        row.put("acknowledgedBy", map("id", person.get("id"), "name", person.get("name"), "channel", channel));
    }

    private List<Map<String, Object>> open() {
        return world.incidents.stream()
                .filter(i -> !i.get("state").equals("resolved"))
                .toList();
    }

    private static Reply preview(String cron) {
        return cron.startsWith("30 2 ")
                ? ok(map("next", List.of("2026-11-24T02:30:00Z", "2026-11-25T02:30:00Z")))
                : new Reply(
                        400,
                        problem(400, "Bad Request", "cron minute is not a number", "cron", "minute is not a number"));
    }

    private Map<String, Object> list(Map<String, String> query, Map<String, Object> person) {
        var states =
                query.containsKey("state") ? Arrays.asList(query.get("state").split(",")) : List.of();
        var all = world.incidents.stream()
                .filter(i -> states.isEmpty() || states.contains(i.get("state")))
                .filter(i ->
                        !query.containsKey("severity") || query.get("severity").equals(i.get("severity")))
                .filter(i -> !"true".equals(query.get("mine"))
                        || i.get("assignees")
                                .toString()
                                .contains(person.get("id").toString()))
                .toList();
        var limit = Integer.parseInt(query.getOrDefault("limit", "50"));
        var from = Integer.parseInt(query.getOrDefault("cursor", "0"));
        var to = Math.min(all.size(), from + limit);
        var page = map("items", all.subList(from, to));
        page.put("next", to < all.size() ? Integer.toString(to) : null);
        return page;
    }

    private Reply other(String method, String rest, Map<String, Object> person, Map<String, String> query) {
        if (rest.equals("me/calendars") && method.equals("POST"))
            return new Reply(
                    201,
                    map("id", FakeWorld.id(720), "url", "https://tocsin.example/calendar/" + "a".repeat(32) + ".ics"));
        if (!method.equals("GET")) return rest.equals("me/password") ? new Reply(204, null) : ok(person);
        return switch (rest) {
            case "me" -> ok(person);
            case "me/sessions" ->
                ok(map(
                        "items",
                        List.of(map(
                                "id",
                                FakeWorld.id(700),
                                "createdAt",
                                world.ago(200),
                                "lastUsedAt",
                                world.ago(0),
                                "current",
                                true))));
            case "me/tokens" ->
                ok(map(
                        "items",
                        List.of(map("id", FakeWorld.id(710), "name", "deploy script", "createdAt", world.ago(9000)))));
            case "me/calendars" -> ok(map("items", List.of(FakeReads.calendar(world))));
            case "me/shifts" -> ok(FakeReads.myShifts(world));
            case "coverage" -> ok(map("items", FakeReads.coverage(world)));
            case "on-call" -> ok(FakeReads.onCall(world));
            case "simulation" -> ok(FakeReads.simulation(world));
            case "maintenance" -> ok(map("items", List.of(FakeReads.window(world))));
            case "checks/heartbeat-preview" -> preview(query.get("cron"));
            case "checks/01900000-0000-7000-8000-0000000001f4" ->
                ok(FakeReads.checks(world, null, "checkout front page").getFirst());
            case "check-kinds" -> ok(FakeReads.language());
            case "checks/changes" -> ok(map("latest", world.latestOfChecks));
            case "checks/summary" -> {
                var summary = map("up", 41, "degraded", 2, "down", 2, "unknown", 1, "paused", 3);
                summary.put("owedPerSecond", 3.2);
                summary.put("lag", "PT0.01S");
                summary.put("debt", map("window", "PT5M", "owed", 960, "executed", 540, "late", 3, "share", 0.5625));
                yield ok(summary);
            }
            case "search" -> ok(FakeReads.found(world));
            case "first-steps" -> ok(FakeReads.firstSteps());
            case "health" -> ok(FakeReads.health(world));
            case "channels" ->
                ok(List.of(map("kind", "sms", "configured", true), map("kind", "email", "configured", false)));
            case "checks" -> ok(map("items", FakeReads.checks(world, query.get("state"), query.getOrDefault("q", ""))));
            case "services" ->
                ok(map(
                        "items",
                        List.of(
                                ref(FakeWorld.CHECKOUT, "checkout"),
                                ref(FakeWorld.SEARCH, "search"),
                                ref(FakeWorld.MAIL, "mail"))));
            case "teams" ->
                ok(map("items", List.of(ref(FakeWorld.PAYMENTS, "Payments"), ref(FakeWorld.PLATFORM, "Platform"))));
            case "response" -> ok(FakeResponse.of(world.now, query));
            case "response/breakdown" -> ok(FakeResponse.breakdown(query));
            case "response/incidents" -> ok(FakeResponse.behind(world.now));
            case "audit" ->
                ok(map(
                        "items",
                        List.of(map(
                                "at",
                                world.ago(4),
                                "actor",
                                ref(FakeWorld.id(1), "Ada"),
                                "action",
                                "policy.changed",
                                "subject",
                                "Storefront first line",
                                "detail",
                                ""))));
            case "inbound-texts" ->
                ok(map(
                        "items",
                        List.of(map(
                                "id",
                                "SM1",
                                "at",
                                world.ago(3),
                                "from",
                                "+4917•••4567",
                                "people",
                                List.of(ref(FakeWorld.id(1), "Ada")),
                                "body",
                                "1a",
                                "result",
                                "acknowledged",
                                "reply",
                                "Acknowledged #1001. You have it."))));
            case "postmortems" -> ok(map("items", FakeReads.postmortems(world)));
            case "tasks" -> ok(map("items", List.of(task())));
            default -> refuse(404, "nothing at " + rest);
        };
    }

    /** Cleo's own, a day late, asking for a check that nobody has made. */
    static Map<String, Object> task() {
        return map(
                "id",
                FakeWorld.id(870),
                "title",
                "Add monitoring on <b>pay</b>",
                "owner",
                "Cleo",
                "ownerId",
                FakeWorld.CLEO,
                "due",
                "2026-11-20",
                "doneWhen",
                "it pages",
                "link",
                "",
                "watches",
                "https://shop.example/pay?a=1&b=2",
                "state",
                "open",
                "overdue",
                true,
                "reason",
                "",
                "postmortem",
                ref(FakeRooms.PUBLISHED, "The night"),
                "service",
                ref(FakeWorld.CHECKOUT, "checkout"),
                "team",
                ref(FakeWorld.PAYMENTS, "Payments"));
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var query = new LinkedHashMap<String, String>();
        var raw = exchange.getRequestURI().getRawQuery();
        if (raw == null) return query;
        for (var pair : raw.split("&")) {
            var cut = pair.split("=", 2);
            query.put(cut[0], cut.length > 1 ? URLDecoder.decode(cut[1], StandardCharsets.UTF_8) : "");
        }
        return query;
    }

    private static void calendar(HttpExchange exchange, String path) throws IOException {
        if (!path.startsWith("/calendar/aaaa")) {
            reply(exchange, refuse(404, "there is no such calendar"));
            return;
        }
        var bytes = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/calendar; charset=utf-8");
        exchange.getResponseHeaders().set("ETag", "\"1\"");
        exchange.getResponseHeaders().set("Cache-Control", "private, max-age=300");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void reply(HttpExchange exchange, Reply reply) throws IOException {
        if (reply.body() == null) {
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        var bytes = JSON.writeValueAsBytes(reply.body());
        exchange.getResponseHeaders().set("ETag", TAG);
        exchange.getResponseHeaders()
                .set("Content-Type", reply.status() < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
