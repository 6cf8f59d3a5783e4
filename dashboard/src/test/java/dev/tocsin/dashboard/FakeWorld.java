package dev.tocsin.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The people, services and incidents the fake services tell of: Ada (admin, on call), Ben (responder), Cleo (viewer),
 * Newt (must choose a password). Times are relative to the moment the world was made.
 */
final class FakeWorld {
    static final String PASSWORD = "correct horse battery";
    static final UUID ADA = id(1);
    static final UUID BEN = id(2);
    static final UUID CLEO = id(3);
    static final UUID NEWT = id(4);
    static final UUID CHECKOUT = id(11);
    static final UUID SEARCH = id(12);
    static final UUID MAIL = id(13);
    static final UUID PAYMENTS = id(21);
    static final UUID PLATFORM = id(22);
    static final String HOSTILE = "<script>alert(1)</script> \"quoted\" & =1+1";

    final Instant now;
    final Map<String, Map<String, Object>> people = new LinkedHashMap<>();
    final List<Map<String, Object>> incidents = new ArrayList<>();
    long latest = 100;
    long latestOfChecks = 7;

    FakeWorld(Instant now) {
        this.now = now;
        person("ada", ADA, "Ada Lovelace", "admin", "Europe/Berlin", false);
        person("ben", BEN, "Ben Okafor", "responder", "America/New_York", false);
        person("cleo", CLEO, "Cleo Vance", "viewer", "Asia/Kolkata", false);
        person("newt", NEWT, "Newt", "responder", "Europe/Berlin", true);
        incident(44, "triggered", "critical", "checkout: HTTP 503, wanted 200", CHECKOUT, PAYMENTS, ago(4), ADA);
        incident(43, "triggered", "warning", HOSTILE, MAIL, PLATFORM, ago(11), BEN);
        incident(
                42,
                "acknowledged",
                "error",
                "search: p95 latency 2.4 s, wanted under 0.5 s",
                SEARCH,
                PLATFORM,
                ago(38),
                ADA);
        for (var n = 41; n > 20; n--)
            incident(
                    n,
                    "resolved",
                    n % 3 == 0 ? "critical" : "warning",
                    n % 2 == 0 ? "checkout: connection refused" : "mail: 431 messages waiting",
                    n % 2 == 0 ? CHECKOUT : MAIL,
                    n % 2 == 0 ? PAYMENTS : PLATFORM,
                    ago((42 - n) * 1500),
                    ADA);
    }

    static UUID id(int n) {
        return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + n);
    }

    Instant ago(int minutes) {
        return now.minus(Duration.ofMinutes(minutes));
    }

    private void person(String key, UUID id, String name, String role, String zone, boolean mustChange) {
        people.put(
                key,
                map(
                        "id",
                        id,
                        "name",
                        name,
                        "email",
                        key + "@example.org",
                        "role",
                        role,
                        "zone",
                        zone,
                        "mustChangePassword",
                        mustChange,
                        "disabled",
                        false,
                        "phone",
                        "+49301234567",
                        "teams",
                        List.of(ref(PAYMENTS, "Payments")),
                        "version",
                        1));
    }

    Map<String, Object> personById(UUID id) {
        return people.values().stream()
                .filter(p -> p.get("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    Map<String, Object> incident(
            int number, String state, String severity, String title, UUID service, UUID team, Instant at, UUID who) {
        var person = ref(who, (String) personById(who).get("name"));
        var row = map(
                "id",
                id(1000 + number),
                "number",
                number,
                "title",
                title,
                "state",
                state,
                "severity",
                severity,
                "urgency",
                "high",
                "service",
                ref(service, serviceName(service)),
                "team",
                ref(team, team.equals(PAYMENTS) ? "Payments" : "Platform"),
                "triggeredAt",
                at,
                "signals",
                number % 4 + 1,
                "assignees",
                List.of(person));
        if (!state.equals("triggered")) {
            row.put("acknowledgedAt", at.plusSeconds(95));
            row.put("acknowledgedBy", map("id", who, "name", person.get("name"), "channel", "sms"));
        } else row.put("nextStepAt", now.plus(Duration.ofMinutes(4)));
        if (state.equals("resolved")) {
            row.put("resolvedAt", at.plusSeconds(60L * (12 + number % 7)));
            row.put("resolvedBy", map("name", "HTTP check", "kind", "source"));
        }
        incidents.add(row);
        return row;
    }

    static String serviceName(UUID service) {
        return service.equals(CHECKOUT) ? "checkout" : service.equals(SEARCH) ? "search" : "mail";
    }

    Map<String, Object> page(Map<String, Object> row) {
        var at = (Instant) row.get("triggeredAt");
        var page = new LinkedHashMap<>(row);
        var ada = ref(ADA, "Ada Lovelace");
        page.put("details", map("check_id", id(500), "reason", "HTTP 503, wanted 200", "attempts", List.of(1, 2, 3)));
        page.put("client", "Tocsin monitor");
        page.put("checkId", id(500));
        page.put("clientUrl", "http://localhost:8080/checks/" + id(500));
        page.put("links", List.of(map("href", "https://example.org/graph", "text", "Latency graph")));
        page.put("runbookUrl", "https://example.org/runbooks/checkout");
        page.put("policy", ref(id(31), "Payments, day and night"));
        page.put("currentStep", 1);
        page.put("cycle", 1);
        if (row.containsKey("acknowledgedAt")) page.put("timeToAcknowledge", Duration.ofSeconds(95));
        if (row.containsKey("resolvedAt"))
            page.put("timeToResolve", Duration.between(at, (Instant) row.get("resolvedAt")));
        var timeline = new ArrayList<Object>();
        timeline.add(entry(1, at, "triggered", row.get("title"), null, null));
        timeline.add(entry(2, at.plusMillis(180), "paged", "Paging Ada Lovelace by SMS (step 1)", ada, "sms"));
        timeline.add(entry(3, at.plusSeconds(1), "page-accepted", "The carrier took the page", ada, "sms"));
        timeline.add(entry(4, at.plusSeconds(3), "page-delivered", "Delivered to +49•••4567", ada, "sms"));
        if (row.containsKey("acknowledgedAt"))
            timeline.add(
                    entry(5, at.plusSeconds(95), "acknowledged", "Acknowledged by Ada Lovelace by SMS", ada, "sms"));
        timeline.add(entry(
                6, at.plusSeconds(150), "note", "Database failover is running.\nBack in two minutes.", ada, "web"));
        if (row.containsKey("resolvedAt"))
            timeline.add(entry(7, (Instant) row.get("resolvedAt"), "resolved", "The check is up again", null, null));
        page.put("timeline", timeline);
        page.put(
                "why",
                List.of(
                        map(
                                "at",
                                at,
                                "cycle",
                                1,
                                "step",
                                1,
                                "person",
                                ada,
                                "verdict",
                                "paged",
                                "reason",
                                "on-call",
                                "text",
                                "Ada Lovelace was paged because step 1 pages the schedule <Nights>",
                                "link",
                                "/schedules/" + id(21)),
                        map(
                                "at",
                                at,
                                "cycle",
                                1,
                                "step",
                                2,
                                "verdict",
                                "not-paged",
                                "reason",
                                "nobody",
                                "text",
                                "Step 2 reached nobody",
                                "link",
                                "https://evil.example")));
        page.put(
                "pages",
                List.of(map(
                        "id",
                        id(600),
                        "person",
                        ada,
                        "step",
                        1,
                        "cycle",
                        1,
                        "method",
                        "sms",
                        "address",
                        "+49•••4567",
                        "state",
                        "delivered",
                        "dueAt",
                        at,
                        "sentAt",
                        at.plusMillis(400),
                        "deliveredAt",
                        at.plusSeconds(3),
                        "attempts",
                        List.of(map(
                                "n",
                                1,
                                "at",
                                at.plusMillis(400),
                                "outcome",
                                "accepted",
                                "providerId",
                                "SM0123456789abcdef0123456789abcdef",
                                "status",
                                "delivered")))));
        page.put(
                "ahead",
                row.get("state").equals("triggered")
                        ? List.of(
                                map(
                                        "at",
                                        now.plus(Duration.ofMinutes(4)),
                                        "step",
                                        2,
                                        "people",
                                        List.of(ref(BEN, "Ben Okafor"))),
                                map(
                                        "at",
                                        now.plus(Duration.ofMinutes(14)),
                                        "step",
                                        3,
                                        "people",
                                        List.of(ref(CLEO, "Cleo Vance"))))
                        : List.of());
        return page;
    }

    private static Map<String, Object> entry(
            int seq, Instant at, String kind, Object text, Object who, String channel) {
        return map("seq", seq, "at", at, "kind", kind, "text", text, "person", who, "channel", channel);
    }

    static Map<String, Object> ref(UUID id, String name) {
        return map("id", id, "name", name);
    }

    /** A JSON object; null values stay out. */
    static Map<String, Object> map(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) if (pairs[i + 1] != null) map.put((String) pairs[i], pairs[i + 1]);
        return map;
    }
}
