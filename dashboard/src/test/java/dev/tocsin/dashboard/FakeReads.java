package dev.tocsin.dashboard;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import static dev.tocsin.dashboard.FakeWorld.map;
import static dev.tocsin.dashboard.FakeWorld.ref;

/** What the services tell the board: checks, who is on call, postmortems. */
final class FakeReads {
    private FakeReads() {}

    static Map<String, Object> window(FakeWorld world) {
        var window =
                map("id", FakeWorld.id(900), "name", "database upgrade", "everything", false, "zone", "Europe/Berlin");
        window.put("checkIds", List.of(FakeRooms.CHECK));
        window.put("serviceIds", List.of());
        window.put("teamIds", List.of());
        window.put("duration", "PT2H");
        window.put("rrule", "FREQ=WEEKLY;BYDAY=SU");
        window.put("madeBy", "Ada Okafor");
        window.put("state", "running");
        window.put("next", map("from", world.ago(10), "until", world.ago(-110)));
        return window;
    }

    /** What conditions may say. */
    static Object language() {
        return map(
                "items",
                List.of(map(
                        "kind",
                        "http",
                        "help",
                        "A website.",
                        "names",
                        List.of(map("name", "status", "form", "status", "type", "number", "help", "The status code.")),
                        "examples",
                        List.of(map("condition", "status in (200, 300..399)", "means", "these are good")))),
                "grammar",
                "condition = [ \"degraded\" \":\" ] either",
                "rules",
                List.of("One condition a line."));
    }

    /** As many checks as are counted elsewhere, each by name. */
    static Map<String, Object> overview(FakeWorld world) {
        var group = map("teamId", FakeWorld.PAYMENTS, "serviceId", FakeWorld.CHECKOUT, "up", 41, "degraded", 2);
        group.putAll(map("down", 2, "unreachable", 0, "unknown", 1, "paused", 3));
        var named = checks(world, null, "");
        return map("total", 49, "groups", List.of(group), "worst", named, "cells", List.of());
    }

    static Map<String, Object> found(FakeWorld world) {
        var incident = world.incidents.get(1);
        return map(
                "incidents",
                List.of(map(
                        "id",
                        incident.get("id"),
                        "number",
                        incident.get("number"),
                        "title",
                        incident.get("title"),
                        "state",
                        "triggered",
                        "severity",
                        "warning",
                        "service",
                        "mail",
                        "triggeredAt",
                        world.ago(11))),
                "people",
                List.of(map("id", FakeWorld.ADA, "name", "Ada Lovelace", "under", "Payments")),
                "teams",
                List.of(),
                "services",
                List.of(map("id", FakeWorld.MAIL, "name", "mail", "under", "Platform")),
                "schedules",
                List.of(),
                "policies",
                List.of());
    }

    static Map<String, Object> similar(FakeWorld world) {
        var row = world.incidents.getLast();
        var like = map(
                "id", row.get("id"), "number", row.get("number"), "title", "a <b>bold</b> one", "state", "resolved");
        like.putAll(map("severity", "error", "because", "same-alert"));
        like.putAll(map("triggeredAt", world.ago(3000), "resolvedAt", world.ago(2990)));
        return map("items", List.of(like));
    }

    static Map<String, Object> curve(FakeWorld world) {
        var curve = map("check", "checkout front page", "from", world.ago(40), "step", "PT10M");
        curve.put("millis", java.util.Arrays.asList(80.0, 95.5, null, 120.0));
        curve.putAll(map("failed", List.of(0, 0, 9, 1), "probes", List.of(10, 10, 10, 10)));
        return curve;
    }

    static Map<String, Object> firstSteps() {
        return map(
                "putAway",
                false,
                "steps",
                List.of(
                        map("key", "method", "done", true),
                        map("key", "test-page", "done", false),
                        map("key", "team", "done", true),
                        map("key", "service", "done", false)));
    }

    static List<Object> testPages(FakeWorld world) {
        var texted =
                map("id", FakeWorld.id(950), "methodId", FakeWorld.id(951), "kind", "sms", "address", "+49 ••• 67");
        texted.putAll(map("state", "accepted", "at", world.ago(0), "sentAt", world.ago(0), "status", "sent"));
        var mailed =
                map("id", FakeWorld.id(952), "methodId", FakeWorld.id(953), "kind", "email", "address", "a•@x.org");
        mailed.putAll(map("state", "failed", "at", world.ago(3), "error", "<b>mailbox</b> full"));
        return List.of(texted, mailed);
    }

    static Map<String, Object> health(FakeWorld world) {
        var health = map("state", "ok", "overdueSteps", 0, "engineLag", "PT0S", "sinceAudit", "PT2S");
        health.putAll(map("heartbeatConfigured", false, "fallbackContact", false));
        health.put("carrier", map("state", "ok", "accepted", 12, "refused", 0));
        return health;
    }

    static List<Object> checks(FakeWorld world, String state, String words) {
        var rows = List.<Map<String, Object>>of(
                map(
                        "id",
                        FakeWorld.id(500),
                        "name",
                        "checkout front page",
                        "kind",
                        "http",
                        "state",
                        "down",
                        "stateSince",
                        world.ago(4),
                        "reason",
                        "HTTP 503, wanted 200"),
                map(
                        "id",
                        FakeWorld.id(501),
                        "name",
                        "search p95",
                        "kind",
                        "http",
                        "state",
                        "down",
                        "stateSince",
                        world.ago(38),
                        "reason",
                        "2.4 s, wanted under 0.5 s"),
                map(
                        "id",
                        FakeWorld.id(502),
                        "name",
                        "mail queue",
                        "kind",
                        "tcp",
                        "state",
                        "unknown",
                        "stateSince",
                        world.ago(2),
                        "reason",
                        "the name does not resolve"));
        return List.copyOf(rows.stream()
                .filter(row -> state == null || state.contains((String) row.get("state")))
                .filter(row -> row.get("name").toString().contains(words))
                .toList());
    }

    static Map<String, Object> simulation(FakeWorld world) {
        return map(
                "service",
                ref(FakeWorld.CHECKOUT, "checkout"),
                "at",
                world.now,
                "until",
                world.now.plus(Duration.ofHours(12)),
                "urgency",
                "high",
                "end",
                "nothing-more",
                "moves",
                List.of(
                        map(
                                "at",
                                world.now,
                                "kind",
                                "paged",
                                "text",
                                "Ada Lovelace is paged",
                                "person",
                                ref(FakeWorld.ADA, "Ada Lovelace"),
                                "method",
                                "sms",
                                "address",
                                "+49 ••• 67",
                                "step",
                                1,
                                "cycle",
                                1,
                                "because",
                                "Ada Lovelace is on call in " + FakeWorld.HOSTILE,
                                "link",
                                "/policies/" + FakeWorld.id(61)),
                        map("at", world.now.plusSeconds(300), "kind", "policy-exhausted", "text", "Nobody answered")));
    }

    static Map<String, Object> calendar(FakeWorld world) {
        return map("id", FakeWorld.id(720), "createdAt", world.ago(500), "rotatedAt", world.ago(500));
    }

    static List<Object> myShifts(FakeWorld world) {
        return List.of(map(
                "schedule",
                ref(FakeWorld.id(41), "Payments, round the clock"),
                "start",
                world.ago(60),
                "end",
                world.now.plus(Duration.ofHours(14)),
                "because",
                "layer"));
    }

    static List<Object> coverage(FakeWorld world) {
        var gap = map(
                "kind",
                "gap",
                "text",
                "Nobody is on call in step 1",
                "steps",
                List.of(1),
                "begins",
                world.now.plus(Duration.ofDays(3)),
                "times",
                5,
                "total",
                "PT20H",
                "when",
                List.of(map(
                        "start", world.now.plus(Duration.ofDays(3)),
                        "end", world.now.plus(Duration.ofDays(3)).plusSeconds(14_400))));
        var mute = map(
                "kind",
                "no-verified-method",
                "text",
                FakeWorld.HOSTILE,
                "steps",
                List.of(),
                "person",
                ref(FakeWorld.BEN, "Ben Okafor"),
                "begins",
                world.now,
                "times",
                1,
                "total",
                "PT20H",
                "when",
                List.of(map("start", world.now, "end", world.now.plusSeconds(14_400))));
        var payments = ref(FakeWorld.PAYMENTS, "Payments");
        return List.of(
                map("service", ref(FakeWorld.CHECKOUT, "checkout"), "team", payments, "findings", List.of(gap, mute)),
                map("service", ref(FakeWorld.SEARCH, "search"), "team", payments, "findings", List.of()));
    }

    static List<Object> onCall(FakeWorld world) {
        var payments = ref(FakeWorld.PAYMENTS, "Payments");
        var platform = ref(FakeWorld.PLATFORM, "Platform");
        return List.of(
                map(
                        "schedule",
                        ref(FakeWorld.id(41), "Payments, round the clock"),
                        "team",
                        payments,
                        "zone",
                        "Europe/Berlin",
                        "now",
                        map(
                                "personId",
                                FakeWorld.ADA,
                                "name",
                                "Ada Lovelace",
                                "until",
                                world.now.plus(Duration.ofHours(14))),
                        "next",
                        map(
                                "personId",
                                FakeWorld.BEN,
                                "name",
                                "Ben Okafor",
                                "reachable",
                                false,
                                "fault",
                                "texted STOP",
                                "from",
                                world.now.plus(Duration.ofHours(14)))),
                map(
                        "schedule",
                        ref(FakeWorld.id(42), "Platform, office hours"),
                        "team",
                        platform,
                        "zone",
                        "America/New_York",
                        "next",
                        map(
                                "personId",
                                FakeWorld.BEN,
                                "name",
                                "Ben Okafor",
                                "from",
                                world.now.plus(Duration.ofHours(9)))));
    }

    static List<Object> postmortems(FakeWorld world) {
        var checkout = ref(FakeWorld.CHECKOUT, "checkout");
        var payments = ref(FakeWorld.PAYMENTS, "Payments");
        return List.of(
                map(
                        "id",
                        FakeWorld.id(801),
                        "incidentId",
                        FakeWorld.id(1040),
                        "incidentNumber",
                        40,
                        "state",
                        "published",
                        "title",
                        "The certificate nobody owned",
                        "service",
                        checkout,
                        "team",
                        payments,
                        "severity",
                        "critical",
                        "updatedAt",
                        world.ago(3000),
                        "words",
                        512,
                        "hook",
                        "Eleven minutes without a checkout, for want of a calendar entry"),
                map(
                        "id",
                        FakeWorld.id(802),
                        "incidentId",
                        FakeWorld.id(1038),
                        "incidentNumber",
                        38,
                        "state",
                        "draft",
                        "title",
                        "checkout: connection refused",
                        "service",
                        checkout,
                        "team",
                        payments,
                        "severity",
                        "warning",
                        "updatedAt",
                        world.ago(300),
                        "dueAt",
                        world.now.plus(Duration.ofDays(3)),
                        "words",
                        120,
                        "hook",
                        ""));
    }
}
