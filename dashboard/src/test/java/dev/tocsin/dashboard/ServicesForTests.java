package dev.tocsin.dashboard;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Puts the fake services behind the dashboard under test; one for all test classes. */
public class ServicesForTests implements QuarkusTestResourceLifecycleManager {
    private static FakeServices services;

    static FakeServices services() {
        return services;
    }

    @Override
    public Map<String, String> start() {
        services = new FakeServices(0);
        return Map.of(
                "quarkus.rest-client.oncall.url", services.url(),
                "quarkus.rest-client.monitor.url", services.url(),
                "quarkus.rest-client.postmortem.url", services.url());
    }

    @Override
    public void stop() {
        services.close();
    }
}
