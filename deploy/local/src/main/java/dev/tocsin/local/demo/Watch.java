package dev.tocsin.local.demo;

import java.time.Duration;
import java.util.List;

/** The demo's checks in monitor-service: all healthy or paused, so that nobody is paged. */
final class Watch {
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
        return Crew.each(checks, check -> monitor.post("/api/v1/checks", body(check)))
                .size();
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
