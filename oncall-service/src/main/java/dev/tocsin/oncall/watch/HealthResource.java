package dev.tocsin.oncall.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.oncall.paging.CarrierState;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How the watchman himself is, for those who rely on him. */
@Path("/api/v1/health")
@RolesAllowed("viewer")
@RunOnVirtualThread
class HealthResource {
    /**
     * {@code state} is {@code ok} or {@code late}. {@code heartbeat} is absent when none is configured. {@code carrier} is
     * what the last five minutes' requests came to.
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Health(
            String state,
            long overdueSteps,
            Duration engineLag,
            Duration oldestNotice,
            Duration sinceAudit,
            boolean heartbeatConfigured,
            Optional<Instant> lastHeartbeat,
            boolean fallbackContact,
            CarrierState.Summary carrier) {}

    private final Watchman watchman;
    private final Heartbeat heartbeat;
    private final CarrierState carrier;
    private final WatchConfig config;

    HealthResource(Watchman watchman, Heartbeat heartbeat, CarrierState carrier, WatchConfig config) {
        this.watchman = watchman;
        this.heartbeat = heartbeat;
        this.carrier = carrier;
        this.config = config;
    }

    @GET
    @Operation(summary = "Engine lag, last heartbeat and the carrier's state.")
    public Health health() {
        var reading = watchman.reading();
        return new Health(
                watchman.allIsWell() ? "ok" : "late",
                reading.overdueSteps(),
                reading.lag(),
                reading.oldestNotice(),
                watchman.sinceRead(),
                config.heartbeatUrl().isPresent(),
                heartbeat.last(),
                config.fallbackPhone().isPresent(),
                carrier.lately());
    }
}
