package dev.tocsin.dashboard.live;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

import dev.tocsin.dashboard.web.CurrentViewer;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.RunOnVirtualThread;

import static dev.tocsin.dashboard.web.Service.ONCALL;

/**
 * {@code /live}: "changed" when an incident changed, "checks" when a check's state did, "beat" every few seconds so that
 * a page knows when it is alone.
 * A stream ends before its token does; the browser comes back by itself, and is then asked who it is again.
 */
@Path("/live")
@RolesAllowed("viewer")
@RunOnVirtualThread
public class LiveStream {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final Duration LIFE = Duration.ofMinutes(4);
    private static final long COME_BACK_MILLIS = 1000;
    /** When many checks change one after the other, a page draws them together. */
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(2);

    private final Changes changes;
    private final CheckChanges checks;
    private final CurrentViewer viewers;
    private final CountDownLatch closing = new CountDownLatch(1);

    LiveStream(Changes changes, CheckChanges checks, CurrentViewer viewers) {
        this.changes = changes;
        this.checks = checks;
        this.viewers = viewers;
    }

    /** Whoever ends the process has no session: without this the rule of the class would keep the streams open. */
    @PermitAll
    void stop(@Observes ShutdownEvent shutdown) {
        closing.countDown();
    }

    /**
     * @param after the newest change the page already shows
     * @param last what the browser saw before the stream broke; it counts more
     */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void stream(
            @QueryParam("after") long after,
            @HeaderParam("Last-Event-ID") String last,
            @Context SseEventSink sink,
            @Context Sse sse)
            throws InterruptedException {
        var bearer = viewers.get().bearer();
        var started = System.nanoTime();
        var seen = last != null && last.matches("\\d{1,18}") ? Long.parseLong(last) : after;
        var beatAt = started - BEAT.toNanos();
        var checksSeen = OptionalLong.empty();
        var checksAt = started - BETWEEN_CHECKS.toNanos();
        try (sink) {
            while (!sink.isClosed() && System.nanoTime() - started < LIFE.toNanos()) {
                var latest = ONCALL.ask(() -> changes.latest(bearer));
                if (!latest.down() && latest.value() != seen) {
                    seen = latest.value();
                    send(sink, event(sse, "changed", seen, Long.toString(seen)));
                }
                var checked = checks.latest(bearer);
                if (!checked.equals(checksSeen) && System.nanoTime() - checksAt >= BETWEEN_CHECKS.toNanos()) {
                    // The page drew what the first answer says; what came between it asks for by itself.
                    if (checksSeen.isPresent()) send(sink, event(sse, "checks", seen, "changed"));
                    checksAt = checksSeen.isPresent() ? System.nanoTime() : checksAt;
                    checksSeen = checked;
                }
                if (System.nanoTime() - beatAt >= BEAT.toNanos()) {
                    send(sink, event(sse, "beat", seen, latest.down() ? "down" : "ok"));
                    beatAt = System.nanoTime();
                }
                if (closing.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) return;
            }
        } catch (CompletionException gone) {
            Log.debugf("a page closed its stream: %s", gone.getCause());
        }
    }

    private static OutboundSseEvent event(Sse sse, String name, long id, String data) {
        return sse.newEventBuilder()
                .name(name)
                .id(Long.toString(id))
                .reconnectDelay(COME_BACK_MILLIS)
                .data(data)
                .build();
    }

    /** Waits until it is written, so that a slow reader slows its own stream and nothing piles up. */
    private static void send(SseEventSink sink, OutboundSseEvent event) {
        sink.send(event).toCompletableFuture().join();
    }
}
