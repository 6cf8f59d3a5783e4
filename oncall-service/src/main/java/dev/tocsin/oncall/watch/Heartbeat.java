package dev.tocsin.oncall.watch;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;

/** Tells somebody outside, again and again, that all is well; silence is the alarm. */
@ApplicationScoped
class Heartbeat {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final WatchConfig config;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private long lastTryNanos;
    private volatile Instant last;

    Heartbeat(WatchConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.lastTryNanos = System.nanoTime() - config.heartbeatEvery().toNanos();
    }

    /** When the last beat was taken. */
    Optional<Instant> last() {
        return Optional.ofNullable(last);
    }

    void beat(boolean allIsWell) {
        if (config.heartbeatUrl().isEmpty() || !allIsWell) return;
        if (System.nanoTime() - lastTryNanos < config.heartbeatEvery().toNanos()) return;
        lastTryNanos = System.nanoTime();
        try {
            var request = HttpRequest.newBuilder(config.heartbeatUrl().get())
                    .timeout(PATIENCE)
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            var status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 == 2) last = clock.instant();
            else Log.warnf("the heartbeat was answered with %d", status);
        } catch (IOException e) {
            Log.warnf("the heartbeat was not taken: %s", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
