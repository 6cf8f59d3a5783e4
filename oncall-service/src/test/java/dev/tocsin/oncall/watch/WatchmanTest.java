package dev.tocsin.oncall.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import com.sun.net.httpserver.HttpServer;
import dev.tocsin.oncall.Await;
import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.Crews;
import dev.tocsin.oncall.Raised;
import dev.tocsin.oncall.TestClock;
import dev.tocsin.oncall.paging.RecordingCourier;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** The database is really taken away and comes back; the engine really stands still, at a lock somebody forgot, and goes on. */
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
                        "tocsin.watch.heartbeat-every",
                        "0.1s",
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

    @Inject
    Crews crews;

    @Inject
    Raised raised;

    @Inject
    AgroalDataSource database;

    @Inject
    TestClock clock;

    @Test
    void whileAStepIsOverdueTheHeartbeatStopsAndAfterFiveMinutesTheFallbackContactIsTold() throws SQLException {
        int told = bodies().size();
        var crew = crews.crew();
        raised.by(crew, "checkout is down");
        Await.until(
                "asha is paged, that is written down, and ben is next",
                () -> crews.count(
                                "select count(*) from page where person_id = ? and state = 'ACCEPTED'",
                                crew.asha().id())
                        == 1);
        Await.until("all is well", () -> readiness.call().getStatus() == Status.UP);
        try (var forgotten = database.getConnection()) {
            forgotten.setAutoCommit(false);
            forgotten.createStatement().execute("lock table incident in exclusive mode");
            clock.advance(Duration.ofMinutes(7));
            Await.until("the engine is late", () -> readiness.call().getStatus() == Status.DOWN);
            int beats = BEATS.get();
            assertThat(bodies()).as("two minutes late alarm nobody yet").hasSize(told);

            clock.advance(Duration.ofMinutes(4));
            Await.until("the fallback contact is told", () -> bodies().size() == told + 1);
            assertThat(bodies().getLast()).contains("Tocsin cannot do its work: 1 escalation steps overdue");
            // One that was on its way when the engine stopped may still arrive.
            assertThat(BEATS.get()).as("silence is the alarm outside").isBetween(beats, beats + 1);
            forgotten.rollback();
        }
        Await.until("the engine goes on, and the contact hears of it", () -> bodies().size() == told + 2);
        assertThat(bodies().getLast()).startsWith("Tocsin is back at work");
        int silent = BEATS.get();
        Await.until("the heart beats again", () -> BEATS.get() > silent);
        Await.until("ben is paged", () -> !courier.to(crew.ben().phone()).isEmpty());
    }

    @Test
    void whenTheDatabaseIsGoneSomebodyIsToldOnceAndWhenItIsBackToo() {
        Await.until("all is well and the world is told so", () -> BEATS.get() > 0);
        int told = bodies().size();
        assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);
        callers.chidi()
                .get("/api/v1/health")
                .then()
                .statusCode(200)
                .body("state", equalTo("ok"))
                .body("heartbeatConfigured", equalTo(true))
                .body("carrier.state", not(equalTo("failing")));

        CutDatabase.cut();
        try {
            Await.until("the fallback contact is told", () -> bodies().size() == told + 1);
            assertThat(bodies().getLast()).contains("Tocsin cannot do its work: its database has been gone for");
        } finally {
            CutDatabase.mend();
        }
        Await.until("and told when it is over", () -> bodies().size() == told + 2);
        assertThat(bodies().getLast()).startsWith("Tocsin is back at work");
    }

    private List<String> bodies() {
        return courier.to(FALLBACK).stream().map(RecordingCourier.Sent::body).toList();
    }
}
