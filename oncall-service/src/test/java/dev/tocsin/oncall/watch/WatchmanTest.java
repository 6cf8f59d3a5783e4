package dev.tocsin.oncall.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import com.sun.net.httpserver.HttpServer;
import dev.tocsin.oncall.Await;
import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.paging.RecordingCourier;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** The database is really taken away, and comes back. */
@QuarkusTest
@TestProfile(WatchmanTest.InSeconds.class)
@QuarkusTestResource(value = CutDatabase.class, restrictToAnnotatedClass = true)
class WatchmanTest {
    private static final String FALLBACK = "+12015550199";
    private static final AtomicInteger BEATS = new AtomicInteger();

    /** Minutes are seconds here. */
    public static class InSeconds implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                var listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                listener.createContext("/beat", exchange -> {
                    BEATS.incrementAndGet();
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
                listener.start();
                return Map.of(
                        "tocsin.watch.heartbeat-url",
                        "http://127.0.0.1:" + listener.getAddress().getPort() + "/beat",
                        "tocsin.watch.fallback-phone",
                        FALLBACK,
                        "tocsin.watch.every",
                        "0.2s",
                        "tocsin.watch.database-gone",
                        "2s",
                        "quarkus.datasource.jdbc.acquisition-timeout",
                        "1s");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Inject
    RecordingCourier courier;

    @Inject
    Callers callers;

    @Inject
    @Readiness
    LagReadiness readiness;

    @Test
    void whenTheDatabaseIsGoneSomebodyIsToldOnceAndWhenItIsBackToo() {
        Await.until("all is well and the world is told so", () -> BEATS.get() == 1);
        assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);
        callers.chidi()
                .get("/api/v1/health")
                .then()
                .statusCode(200)
                .body("state", equalTo("ok"))
                .body("heartbeatConfigured", equalTo(true))
                .body("carrier.state", equalTo("idle"));

        CutDatabase.cut();
        try {
            Await.until("the fallback contact is told", () -> bodies().size() == 1);
            assertThat(bodies().getFirst()).contains("Tocsin cannot do its work: its database has been gone for");
        } finally {
            CutDatabase.mend();
        }
        Await.until("and told when it is over", () -> bodies().size() == 2);
        assertThat(bodies().get(1)).startsWith("Tocsin is back at work");
    }

    private List<String> bodies() {
        return courier.to(FALLBACK).stream().map(RecordingCourier.Sent::body).toList();
    }
}
