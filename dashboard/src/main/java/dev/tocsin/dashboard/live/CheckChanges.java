package dev.tocsin.dashboard.live;

import java.time.Duration;
import java.util.OptionalLong;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;

import dev.tocsin.dashboard.web.Refusals;
import dev.tocsin.dashboard.web.Service;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Service.MONITOR;

/**
 * The newest change of any check's state, as a number that only grows; one question serves all open pages. Nobody waits
 * for the answer: a monitor that hangs must not hold up the news of incidents.
 */
@Singleton
class CheckChanges {
    private static final Duration FRESH = Duration.ofMillis(400);
    private static final Duration AFTER_SILENCE = Duration.ofSeconds(10);

    @RegisterRestClient(configKey = "monitor")
    @RegisterProvider(Refusals.class)
    @Path("/api/v1/checks/changes")
    interface Client {
        record Latest(long latest) {}

        @GET
        Latest latest(@HeaderParam("Authorization") String bearer);
    }

    private final Client client;
    private OptionalLong latest = OptionalLong.empty();
    private Service.Later<Client.Latest> asked;
    private long askAgainAt = System.nanoTime();

    CheckChanges(@RestClient Client client) {
        this.client = client;
    }

    /** What was known last; empty before the first answer. */
    synchronized OptionalLong latest(String bearer) {
        if (asked != null && asked.future().isDone()) {
            var answer = asked.get();
            if (!answer.down()) latest = OptionalLong.of(answer.value().latest());
            askAgainAt = System.nanoTime() + (answer.down() ? AFTER_SILENCE : FRESH).toNanos();
            asked = null;
        }
        if (asked == null && System.nanoTime() - askAgainAt >= 0) asked = MONITOR.later(() -> client.latest(bearer));
        return latest;
    }
}
