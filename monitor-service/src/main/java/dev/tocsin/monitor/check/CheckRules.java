package dev.tocsin.monitor.check;

import java.time.Duration;
import java.util.regex.Pattern;

import dev.tocsin.monitor.http.HttpUrl;
import dev.tocsin.monitor.probe.Faults;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

/** What a check must be like, whatever its kind. Names every fault at once, each with its field. */
final class CheckRules {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{8,64}");

    private final Faults faults;

    private CheckRules(Faults faults) {
        this.faults = faults;
    }

    static void examine(CheckRequest request, Faults faults) {
        var rules = new CheckRules(faults);
        rules.settings(request);
        request.alert().ifPresent(rules::alert);
    }

    private void settings(CheckRequest request) {
        demand("name", between(1, 200, request.name().length()), "must have 1 to 200 characters");
        demand("name", Faults.printable(request.name()), "must not hold control characters");
        demand("interval", within(ofSeconds(1), ofDays(1), request.interval()), "must be from PT1S to P1D");
        demand(
                "timeout",
                within(ofMillis(1), request.interval(), request.timeout()),
                "must be from PT0.001S to the interval");
        demand("failureThreshold", between(1, 10, request.failureThreshold()), "must be from 1 to 10");
        demand(
                "failureWindow",
                between(request.failureThreshold(), 20, request.failureWindow()),
                "must be from the failure threshold to 20");
        demand(
                "degradedAfter",
                request.degradedAfter()
                        .map(limit -> within(ofMillis(1), request.timeout(), limit))
                        .orElse(true),
                "must be from PT0.001S to the timeout");
        demand("parentIds", request.parentIds().size() <= 10, "must be at most 10");
        demand("successThreshold", between(1, 10, request.successThreshold()), "must be from 1 to 10");
    }

    private void alert(CheckRequest.Alert alert) {
        alert.eventsUrl().ifPresent(url -> url("alert.eventsUrl", url));
        demand(
                "alert.routingKey",
                alert.routingKey().map(k -> KEY.matcher(k).matches()).orElse(true),
                "must have 8 to 64 printable characters");
    }

    private void url(String field, String url) {
        demand(field, url.length() <= 2000, "must have at most 2000 characters");
        faults.explained(field, () -> HttpUrl.parse(url));
    }

    private void demand(String field, boolean good, String otherwise) {
        faults.demand(field, good, otherwise);
    }

    private static boolean between(int least, int most, int value) {
        return least <= value && value <= most;
    }

    private static boolean within(Duration least, Duration most, Duration value) {
        return least.compareTo(value) <= 0 && value.compareTo(most) <= 0;
    }
}
