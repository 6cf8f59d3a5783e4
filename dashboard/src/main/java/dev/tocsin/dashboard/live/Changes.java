package dev.tocsin.dashboard.live;

import java.time.Duration;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;

import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * The newest change of any incident, as a number that only grows. Many open pages share one question to oncall-service:
 * an answer younger than {@link #FRESH} serves them all, since it is the same for everyone.
 */
@Singleton
public class Changes {
    /** How old an answer may be; well under the second in which an open board must show a new incident. */
    static final Duration FRESH = Duration.ofMillis(300);

    @RegisterRestClient(configKey = "oncall")
    @RegisterProvider(Refusals.class)
    @Path("/api/v1/incidents/changes")
    interface Client {
        record Latest(long latest) {}

        @GET
        Latest latest(@HeaderParam("Authorization") String bearer);
    }

    private final Client client;
    private long latest;
    private long askedAt;
    private boolean asked;

    Changes(@RestClient Client client) {
        this.client = client;
    }

    /** @throws RuntimeException as the call fails; wrap it in {@code ONCALL.ask} or {@code ONCALL.call} */
    public synchronized long latest(String bearer) {
        if (!asked || System.nanoTime() - askedAt > FRESH.toNanos()) {
            latest = client.latest(bearer).latest();
            askedAt = System.nanoTime();
            asked = true;
        }
        return latest;
    }
}
