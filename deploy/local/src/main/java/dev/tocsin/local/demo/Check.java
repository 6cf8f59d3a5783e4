package dev.tocsin.local.demo;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.core.type.TypeReference;

/**
 * One line of {@code demo/checks.json}: something that runs on this machine is watched in the name of a demo service.
 *
 * @param target which of the {@link Demo.Urls}
 * @param path of an HTTP check; a TCP check has none
 */
record Check(
        String name,
        String service,
        String kind,
        String target,
        String path,
        String expectStatus,
        Duration maxLatency,
        String bodyContains,
        Duration interval,
        Duration timeout,
        int failureThreshold,
        boolean paused) {

    static List<Check> readAll() {
        return Json.list("checks.json", new TypeReference<>() {});
    }

    URI base(Demo.Urls urls) {
        return switch (target) {
            case "oncall" -> urls.oncall();
            case "monitor" -> urls.monitor();
            case "postmortem" -> urls.postmortem();
            case "dashboard" -> urls.dashboard();
            default -> throw new IllegalArgumentException("check " + name + " has an unknown target " + target);
        };
    }
}
