package dev.tocsin.local.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The demo's checks in monitor-service: all healthy or paused, so that nobody is paged. */
final class Watch {
    /** So far from a service's port is that of its figures. */
    private static final int MANAGEMENT = 10;

    private final Api monitor;
    private final Demo.Urls urls;
    private final Staff staff;

    Watch(Api monitor, Demo.Urls urls, Staff staff) {
        this.monitor = monitor;
        this.urls = urls;
        this.staff = staff;
    }

    /** How many were made. */
    int begin(List<Check> checks) throws DemoException {
        Crew.each(checks, check -> monitor.post("/api/v1/checks", body(check)));
        monitor.post("/api/v1/checks", memory());
        callsIn(monitor.post("/api/v1/checks", export()).path("id").asText());
        return checks.size() + 2;
    }

    /** A figure that the monitor shows of itself, on its management port. */
    private Map<String, Object> memory() {
        var port = urls.monitor().getPort() + MANAGEMENT;
        return Map.of(
                "name", "Queue: memory of its worker",
                "serviceId", staff.service("job queue"),
                "teamId", staff.teamOf("job queue"),
                "kind", "metrics",
                "metrics",
                        Map.of(
                                "url",
                                        "http://%s:%d/q/metrics"
                                                .formatted(urls.monitor().getHost(), port),
                                "expression", "sum(jvm_memory_used_bytes{area=\"heap\"})",
                                "unit", "bytes"),
                "conditions", List.of("value < 2GB", "degraded: value < 1GB"),
                "alert", new Alert(staff.routingKey("job queue")));
    }

    /** A job that ran today already, so that nothing is missed while people look around. */
    private Map<String, Object> export() {
        return Map.of(
                "name",
                "Payouts: nightly ledger export",
                "serviceId",
                staff.service("payouts"),
                "teamId",
                staff.teamOf("payouts"),
                "kind",
                "heartbeat",
                "heartbeat",
                Map.of("cron", "30 2 * * *", "zone", "Europe/Berlin", "grace", "PT1H", "maxRun", "PT30M"),
                "conditions",
                List.of("degraded: took < 20m"),
                "failureThreshold",
                1,
                "interval",
                "PT10S",
                "alert",
                new Alert(staff.routingKey("payouts")));
    }

    private void callsIn(String job) throws DemoException {
        var address = "/ping/"
                + monitor.post("/api/v1/checks/%s/heartbeat/key".formatted(job), Map.of())
                        .path("key")
                        .asText();
        monitor.tell(address + "/start", "");
        monitor.tell(address + "/0", "ledger of yesterday: 48,112 rows\nchecksum good\nuploaded to the bank\n");
    }

    private record Http(String url, String method, String expectStatus, Duration maxLatency, String bodyContains) {}

    private record Tcp(String host, int port) {}

    private record Alert(String routingKey) {}

    private record NewCheck(
            String name,
            String serviceId,
            String teamId,
            String kind,
            Http http,
            Tcp tcp,
            Duration interval,
            Duration timeout,
            int failureThreshold,
            int successThreshold,
            Alert alert,
            boolean paused) {}

    private NewCheck body(Check check) {
        var base = check.base(urls);
        var http = check.kind().equals("http")
                ? new Http(
                        base.resolve(check.path()).toString(),
                        "GET",
                        check.expectStatus(),
                        check.maxLatency(),
                        check.bodyContains())
                : null;
        var tcp = check.kind().equals("tcp") ? new Tcp(base.getHost(), base.getPort()) : null;
        return new NewCheck(
                check.name(),
                staff.service(check.service()),
                staff.teamOf(check.service()),
                check.kind(),
                http,
                tcp,
                check.interval(),
                check.timeout(),
                check.failureThreshold(),
                1,
                new Alert(staff.routingKey(check.service())),
                check.paused());
    }
}
