package dev.tocsin.dashboard;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.dashboard.FakeServices.Reply;

/**
 * The part of the fake that is edited: people, teams, schedules, policies, services with keys, checks, postmortems. Keeps
 * what it is sent, counts versions, refuses an old one with 409, as the services do.
 */
final class FakeRooms {
    static final UUID SCHEDULE = FakeWorld.id(41);
    static final UUID WINDOW = FakeWorld.id(88);
    static final UUID POLICY = FakeWorld.id(51);
    static final UUID CHECK = FakeWorld.id(500);
    static final UUID DRAFT = FakeWorld.id(801);
    static final UUID PUBLISHED = FakeWorld.id(802);
    static final String KEY = "R0123456789ABCDEFGHIJKLMNOPQRSTU";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Map<String, ObjectNode>> shelves = new LinkedHashMap<>();
    private final FakeWorld world;

    FakeRooms(FakeWorld world) {
        this.world = world;
        team(FakeWorld.PAYMENTS, "Payments");
        team(FakeWorld.PLATFORM, "Platform");
        world.people.values().forEach(this::person);
        put("schedules", SCHEDULE, """
                {"name":"Payments, primary","teamId":"%s","zone":"Europe/Berlin","layers":[{"name":"Rotation","every":"weekly",
                 "length":1,"firstHandoff":"2026-11-02T09:00","members":["%s","%s"]},{"name":"Nights","every":"daily",
                 "length":2,"firstHandoff":"2026-11-02T22:00","members":["%s"]}]}
                """.formatted(FakeWorld.PAYMENTS, FakeWorld.ADA, FakeWorld.BEN, FakeWorld.BEN));
        put("policies", POLICY, """
                {"name":"Payments, day and night","teamId":"%s","repeats":2,"steps":[{"delay":"PT5M","targets":[{"kind":"schedule",
                 "id":"%s"}]},{"delay":"PT10M","targets":[{"kind":"person","id":"%s"}]}]}
                """.formatted(FakeWorld.PAYMENTS, SCHEDULE, FakeWorld.BEN));
        for (var service : Map.of(FakeWorld.CHECKOUT, "checkout", FakeWorld.SEARCH, "search", FakeWorld.MAIL, "mail")
                .entrySet())
            put("services", service.getKey(), """
                    {"name":"%s","description":"","teamId":"%s","policyId":"%s"}
                    """.formatted(service.getValue(), FakeWorld.PAYMENTS, POLICY));
        put("checks", CHECK, """
                {"name":"checkout front page","serviceId":"%s","teamId":"%s","kind":"http","http":{"url":"https://shop.example/",
                 "method":"GET","expectStatus":"200","maxLatency":"PT0.5S"},"interval":"PT5S","timeout":"PT5S",
                 "failureThreshold":2,"successThreshold":1,"alert":{}}
                """.formatted(FakeWorld.CHECKOUT, FakeWorld.PAYMENTS));
        put("postmortems", DRAFT, FakeReport.draft(world));
        put("postmortems", PUBLISHED, FakeReport.draft(world));
        shelves.get("postmortems").get(PUBLISHED.toString()).put("state", "published");
        put("postmortem-templates", FakeWorld.id(880), FakeReview.TEMPLATE);
    }

    /** The stored thing, for tests that look at what arrived. */
    ObjectNode stored(String shelf, UUID id) {
        return shelves.get(shelf).get(id.toString());
    }

    Optional<Reply> answer(String method, String rest, Map<String, String> query, String body)
            throws JsonProcessingException {
        var parts = rest.split("/");
        var shelf = parts[0];
        if (!shelves.containsKey(shelf)) return Optional.empty();
        var sent = body.isBlank() || rest.endsWith("/images") ? JSON.createObjectNode() : JSON.readTree(body);
        if (parts.length == 1) return method.equals("POST") ? Optional.of(create(shelf, sent)) : list(shelf, query);
        if (shelf.equals("checks") && parts[1].equals("try")) return Optional.of(new Reply(200, result()));
        if (shelf.equals("schedules") && parts[1].equals("preview-shifts"))
            return Optional.of(new Reply(200, shifts()));
        if (shelf.equals("postmortems") && parts[1].equals("tags"))
            return Optional.of(new Reply(200, JSON.readTree("[{\"tag\":\"certificates\",\"reports\":3}]")));
        if (shelf.equals("postmortems") && parts[1].equals("figures"))
            return Optional.of(new Reply(200, FakeReport.figures()));
        if (shelf.equals("postmortems") && parts[1].equals("export"))
            return Optional.of(new Reply(200, "asked for " + query.get("format") + " of " + query.get("q")));
        if (shelf.equals("postmortems") && parts[1].equals("by-incident"))
            return Optional.of(new Reply(200, view(shelf, stored(shelf, DRAFT))));
        if (shelf.equals("postmortems") && parts[1].equals("words"))
            return Optional.of(new Reply(200, Map.of("total", 321, "issueSummary", 100, "min", 400, "max", 600)));
        var found = shelves.get(shelf).get(parts[1]);
        var elsewhere = shelf.equals("checks")
                && Set.of("summary", "changes", "heartbeat-preview").contains(parts[1]);
        if (found == null) return elsewhere ? Optional.empty() : missing();
        if (parts.length == 2) return Optional.of(one(method, shelf, found, sent));
        return Optional.of(part(method, shelf, found, parts, sent));
    }

    private Optional<Reply> list(String shelf, Map<String, String> query) {
        var q = query.getOrDefault("q", "").toLowerCase(Locale.ROOT);
        var items = shelves.get(shelf).values().stream()
                .map(node -> shelf.equals("postmortems") ? FakeReport.row(node) : view(shelf, node))
                .filter(node ->
                        q.isEmpty() || node.toString().toLowerCase(Locale.ROOT).contains(q))
                .filter(node -> !shelf.equals("postmortems")
                        || !query.containsKey("state")
                        || node.path("state").asText().equals(query.get("state")))
                .toList();
        var page = JSON.createObjectNode();
        page.set("items", JSON.valueToTree(items));
        return Optional.of(new Reply(200, page));
    }

    private Reply create(String shelf, JsonNode sent) {
        var id = UUID.randomUUID();
        put(shelf, id, sent.toString());
        var made = (ObjectNode) view(shelf, stored(shelf, id));
        if (shelf.equals("people"))
            made.put("oneTimePassword", "one-time-" + id.toString().substring(0, 8));
        return new Reply(201, made);
    }

    private Reply one(String method, String shelf, ObjectNode found, JsonNode sent) {
        if (method.equals("DELETE")) {
            shelves.get(shelf).remove(found.get("id").asText());
            return new Reply(204, null);
        }
        if (method.equals("PUT")) {
            if (sent.path("version").asInt() != found.get("version").asInt()) {
                var problem = JSON.createObjectNode().put("title", "Conflict").put("status", 409);
                problem.put("detail", "somebody else was first").set("current", view(shelf, found));
                return new Reply(409, problem);
            }
            if (shelf.equals("postmortems")) found.set("content", FakeReport.content(sent));
            else found.setAll((ObjectNode) sent);
            found.put("version", found.get("version").asInt() + 1);
            found.put("updatedAt", Instant.now().toString());
        }
        return new Reply(200, view(shelf, found));
    }

    private Map<String, Object> downAgain() {
        var attempt = Map.of(
                "at",
                world.ago(4),
                "outcome",
                "down",
                "reason",
                "HTTP 503, wanted 200",
                "latency",
                "PT0.041S",
                "status",
                503,
                "address",
                "203.0.113.7:443",
                "body",
                "<b>out of order</b>",
                "confirming",
                true);
        var change = FakeWorld.map("at", world.ago(4), "from", "up", "to", "down", "reason", "HTTP 503, wanted 200");
        change.put("delivery", "delivered");
        change.put("deliveredAt", world.ago(4));
        change.put("attempts", List.of(attempt, attempt));
        change.put("differences", List.of("status 503, was 200"));
        return change;
    }

    private Reply part(String method, String shelf, ObjectNode found, String[] parts, JsonNode sent) {
        var id = found.get("id").asText();
        return switch (parts[2]) {
            case "members", "contact-methods", "notification-rules", "overrides", "temporaries" ->
                memberOf(method, parts, sent);
            case "integrations" -> parts.length > 4 ? mapping(method, parts, sent) : integrations(method, id);
            case "maintenance" -> maintenance(method, parts);
            case "facts", "owner" -> {
                found.withObjectProperty("said").set(parts[parts.length - 1], sent);
                yield new Reply(200, view(shelf, found));
            }
            case "images" ->
                method.equals("GET")
                        ? new Reply(200, List.of())
                        : new Reply(
                                201,
                                Map.of(
                                        "id",
                                        FakeWorld.id(990),
                                        "markdown",
                                        "![Errors](/postmortems/images/" + FakeWorld.id(990) + ")"));
            case "password-reset" -> new Reply(200, Map.of("oneTimePassword", "one-time-again"));
            case "shifts", "preview-shifts" -> new Reply(200, shifts());
            case "preview-changes" -> new Reply(200, changes());
            case "pause", "resume" -> {
                found.put("paused", parts[2].equals("pause"));
                yield new Reply(200, view(shelf, found));
            }
            case "run" -> new Reply(200, result());
            case "results" -> new Reply(200, List.of(result()));
            case "changes" -> shelf.equals("postmortems") ? FakeReview.changes() : new Reply(200, List.of(downAgain()));
            case "unconfirmed" ->
                new Reply(
                        200,
                        List.of(Map.of(
                                "from",
                                world.ago(30),
                                "until",
                                world.ago(29),
                                "reason",
                                "one failure not confirmed: HTTP 503, wanted 200",
                                "attempts",
                                List.of())));
            case "debt" ->
                new Reply(
                        200, Map.of("window", "PT1H", "owed", 720, "executed", 404, "late", 12, "share", 404 / 720.0));
            case "history" ->
                new Reply(
                        200,
                        Map.of(
                                "from",
                                world.ago(60),
                                "to",
                                world.now,
                                "step",
                                "PT30M",
                                "steps",
                                List.of(step(60, 41.5, 80.1), step(30, 44.0, 95.5)),
                                "total",
                                step(60, 42.0, 91.0)));
            case "uptime" ->
                new Reply(
                        200,
                        Map.of("up", "PT23H", "down", "PT10M", "unknown", "PT50M", "lower", 0.9583, "upper", 0.99306));
            case "review" -> FakeReview.act(found, parts, sent);
            case "comments" -> FakeReview.comments(found, method, parts, sent);
            case "merge" -> FakeReview.merge(found, sent);
            case "lease" -> FakeReview.lease(found);
            case "revisions" -> FakeReview.revisions(found, parts);
            case "trail" -> FakeReview.trail();
            case "preview" -> new Reply(200, FakeReport.published(found));
            case "publish" -> publish(found);
            case "decline", "reopen" -> {
                found.put("state", parts[2].equals("decline") ? "declined" : "draft");
                yield new Reply(200, view(shelf, found));
            }
            case "published" ->
                new Reply(200, parts[parts.length - 1].equals("pdf") ? "%PDF-1.7" : FakeReport.published(found));
            default -> new Reply(404, FakeServices.problem(404, "Not Found", "nothing at " + parts[2]));
        };
    }

    private static Reply publish(ObjectNode found) {
        var gate = FakeReport.gate(found.get("content"));
        if (!gate.isEmpty()) {
            var problem = JSON.createObjectNode()
                    .put("title", "Unprocessable Content")
                    .put("status", 422);
            problem.put("detail", "the report is not complete yet").set("errors", gate);
            return new Reply(422, problem);
        }
        found.put("state", "published");
        return new Reply(200, FakeReport.view(found));
    }

    private Reply memberOf(String method, String[] parts, JsonNode sent) {
        if (method.equals("GET") && parts[2].equals("contact-methods"))
            return new Reply(
                    200,
                    List.of(Map.of(
                            "id",
                            FakeWorld.id(900),
                            "kind",
                            "sms",
                            "address",
                            "+4915•••5309",
                            "optedOut",
                            false,
                            "enabled",
                            true)));
        if (method.equals("GET") && parts[2].equals("notification-rules"))
            return new Reply(200, List.of(Map.of("methodId", FakeWorld.id(900), "delay", "PT0S")));
        if (method.equals("GET")) return new Reply(200, Map.of("items", List.of()));
        if (method.equals("DELETE") || parts[2].equals("members")) return new Reply(204, null);
        return new Reply(201, parts[2].equals("notification-rules") ? sent : Map.of("id", UUID.randomUUID()));
    }

    private Reply maintenance(String method, String[] parts) {
        var window = FakeWorld.map(
                "id",
                WINDOW,
                "serviceId",
                FakeWorld.CHECKOUT,
                "title",
                "Database <b>upgrade</b>",
                "zone",
                "Europe/Berlin",
                "start",
                "2026-11-28T02:00:00",
                "end",
                "2026-11-28T04:00:00",
                "rrule",
                "FREQ=WEEKLY;BYDAY=SA",
                "state",
                "active",
                "ahead",
                List.of(Map.of("start", world.ago(10), "end", world.now.plusSeconds(3600))),
                "suppressed",
                Map.of("incidents", 2, "pages", 3),
                "createdBy",
                "Ada Lovelace",
                "version",
                1);
        if (method.equals("DELETE")) return new Reply(204, null);
        if (parts.length == 3 && method.equals("POST")) return new Reply(201, window);
        if (parts.length == 3) return new Reply(200, Map.of("items", List.of(window)));
        if (parts.length == 5 && parts[4].equals("suppressed"))
            return new Reply(
                    200,
                    Map.of(
                            "items",
                            List.of(FakeWorld.map(
                                    "incidentId",
                                    FakeWorld.id(1044),
                                    "number",
                                    44,
                                    "title",
                                    "checkout is <down>",
                                    "state",
                                    "triggered",
                                    "at",
                                    world.ago(10),
                                    "pages",
                                    1))));
        return new Reply(200, window);
    }

    /** Every body is good; what would become of it is always the same. */
    private static Reply mapping(String method, String[] parts, JsonNode sent) {
        if (parts.length > 5)
            return new Reply(
                    200,
                    Map.of(
                            "good", true,
                            "errors", List.of(),
                            "action", "trigger",
                            "dedupKey", "pump/7",
                            "summary", "pump <7> is stuck",
                            "severity", "critical"));
        return switch (method) {
            case "PUT" -> new Reply(200, sent);
            case "DELETE" -> new Reply(204, null);
            default -> new Reply(200, Map.of("summary", "/alert/title", "resolveWhen", List.of("gone", "green")));
        };
    }

    private static Reply integrations(String method, String service) {
        return switch (method) {
            case "POST" ->
                new Reply(201, Map.of("id", FakeWorld.id(77), "name", "made", "keyPrefix", "R012", "routingKey", KEY));
            case "DELETE" -> new Reply(204, null);
            default -> {
                var key = Map.of("id", FakeWorld.id(77), "name", "Check: checkout front page", "keyPrefix", "R012");
                var pump = Map.of("id", FakeWorld.id(78), "name", "Pump watch", "kind", "generic", "keyPrefix", "R013");
                yield new Reply(
                        200,
                        Map.of(
                                "items",
                                service.equals(FakeWorld.CHECKOUT.toString()) ? List.of(key, pump) : List.of()));
            }
        };
    }

    private List<Map<String, Object>> shifts() {
        var ada = FakeWorld.map("id", FakeWorld.ADA, "name", "Ada Lovelace", "because", "layer");
        var ben = FakeWorld.map("id", FakeWorld.BEN, "name", "Ben Okafor", "because", "override");
        var day = world.now.plusSeconds(86_400);
        return List.of(
                shift(world.ago(6000), day, false, List.of(ada)),
                shift(day, day.plusSeconds(86_400), false, List.of()),
                shift(day.plusSeconds(86_400), day.plusSeconds(172_800), true, List.of(ben)),
                shift(day.plusSeconds(172_800), day.plusSeconds(900_000), true, List.of(ada, ben)));
    }

    private static Map<String, Object> shift(
            Instant start, Instant end, boolean override, List<Map<String, Object>> people) {
        return FakeWorld.map("start", start, "end", end, "override", override, "people", people);
    }

    private Map<String, Object> changes() {
        var week = Map.of("start", world.now, "end", world.now.plusSeconds(604_800));
        return Map.of(
                "from",
                world.now,
                "to",
                world.now.plusSeconds(4_838_400),
                "people",
                List.of(Map.of(
                        "person",
                        Map.of("id", FakeWorld.BEN, "name", "Ben Okafor"),
                        "gained",
                        List.of(week),
                        "lost",
                        List.of(),
                        "before",
                        "PT0S",
                        "after",
                        "PT168H")),
                "gapsOpened",
                List.of(week),
                "gapsClosed",
                List.of());
    }

    private Map<String, Object> step(int minutesAgo, double p50, double p95) {
        var whole = Map.of(
                "up",
                "PT29M",
                "degraded",
                "PT0S",
                "down",
                "PT1M",
                "maintenance",
                "PT0S",
                "unknown",
                "PT0S",
                "lower",
                0.9,
                "upper",
                0.95);
        return FakeWorld.map(
                "at",
                world.ago(minutesAgo),
                "uptime",
                whole,
                "probes",
                360,
                "good",
                348,
                "slow",
                0,
                "failed",
                12,
                "unanswered",
                0,
                "p50",
                p50,
                "p95",
                p95,
                "p99",
                p95 + 10,
                "max",
                p95 + 20);
    }

    private Map<String, Object> result() {
        return Map.of(
                "at",
                world.now,
                "outcome",
                "down",
                "reason",
                "HTTP 503, wanted 200",
                "latency",
                "PT0.045S",
                "status",
                503,
                "address",
                "192.0.2.1:443",
                "bodySample",
                FakeWorld.HOSTILE,
                "conditions",
                List.of(Map.of(
                        "condition",
                        "status < 400",
                        "holds",
                        false,
                        "said",
                        "status is 503, wanted < 400",
                        "degrading",
                        false)));
    }

    private JsonNode view(String shelf, ObjectNode stored) {
        if (shelf.equals("postmortems")) return FakeReport.view(stored);
        var view = stored.deepCopy();
        refer(view, "teamId", "team", "teams");
        if (shelf.equals("services")) refer(view, "policyId", "policy", "policies");
        if (shelf.equals("schedules"))
            view.path("layers").forEach(layer -> named((ObjectNode) layer, "members", "people"));
        if (shelf.equals("policies"))
            view.path("steps")
                    .forEach(step -> step.path("targets")
                            .forEach(target -> ((ObjectNode) target)
                                    .put(
                                            "name",
                                            name(
                                                    target.path("kind").asText().equals("person")
                                                            ? "people"
                                                            : target.path("kind")
                                                                            .asText() + "s",
                                                    target.path("id").asText()))));
        if (shelf.equals("checks")) {
            view.put("hasAlert", stored.has("alert"))
                    .put("state", stored.path("paused").asBoolean() ? "paused" : "down");
            view.put("stateSince", world.ago(4).toString()).put("reason", "HTTP 503, wanted 200");
            view.put("worstCaseDetection", "PT15S")
                    .put("serviceId", stored.path("serviceId").asText(null));
            view.put("teamId", stored.path("teamId").asText(null)).remove("alert");
        }
        return view;
    }

    private void refer(ObjectNode view, String idField, String refField, String shelf) {
        if (!view.hasNonNull(idField)) return;
        var id = view.remove(idField).asText();
        view.set(refField, JSON.createObjectNode().put("id", id).put("name", name(shelf, id)));
    }

    private void named(ObjectNode node, String field, String shelf) {
        var refs = JSON.createArrayNode();
        node.path(field)
                .forEach(id ->
                        refs.add(JSON.createObjectNode().put("id", id.asText()).put("name", name(shelf, id.asText()))));
        node.set(field, refs);
    }

    private String name(String shelf, String id) {
        var found = shelves.getOrDefault(shelf, Map.of()).get(id);
        return found == null ? "somebody" : found.path("name").asText();
    }

    private void team(UUID id, String name) {
        put("teams", id, "{\"name\":\"" + name + "\",\"description\":\"\"}");
        stored("teams", id)
                .set(
                        "members",
                        JSON.createArrayNode()
                                .add(JSON.createObjectNode()
                                        .put("id", FakeWorld.ADA.toString())
                                        .put("name", "Ada Lovelace")
                                        .put("role", "manager")));
    }

    private void person(Map<String, Object> person) {
        var id = (UUID) person.get("id");
        put("people", id, "{}");
        var node = stored("people", id);
        for (var field : List.of("name", "email", "role", "zone")) node.put(field, String.valueOf(person.get(field)));
        node.put("mustChangePassword", (Boolean) person.get("mustChangePassword"))
                .set("teams", JSON.createArrayNode());
    }

    private void put(String shelf, UUID id, String json) {
        try {
            var node = (ObjectNode) JSON.readTree(json);
            node.put("id", id.toString()).put("version", 1);
            if (shelf.equals("teams") && !node.has("members"))
                node.set("members", new ArrayNode(JSON.getNodeFactory()));
            shelves.computeIfAbsent(shelf, _ -> new LinkedHashMap<>()).put(id.toString(), node);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Optional<Reply> missing() {
        return Optional.of(new Reply(404, FakeServices.problem(404, "Not Found", "there is none")));
    }
}
