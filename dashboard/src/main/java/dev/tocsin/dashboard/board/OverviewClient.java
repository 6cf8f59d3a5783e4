package dev.tocsin.dashboard.board;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** All checks at once, as monitor-service counts them. */
@RegisterRestClient(configKey = "monitor")
@RegisterProvider(Refusals.class)
@Path("/api/v1/checks/overview")
interface OverviewClient {
    /** @param worst the gravest first; {@code cells} is every check, or empty where there are very many */
    record Overview(long total, List<Group> groups, List<Bad> worst, List<Cell> cells) {}

    /** The checks of one service of one team; either may be null. */
    record Group(
            UUID teamId,
            UUID serviceId,
            long up,
            long degraded,
            long down,
            long unreachable,
            long unknown,
            long paused) {
        long in(String state) {
            return switch (state) {
                case "up" -> up;
                case "degraded" -> degraded;
                case "down" -> down;
                case "unreachable" -> unreachable;
                case "unknown" -> unknown;
                default -> paused;
            };
        }
    }

    /** A check that is not well; the reason may be null. */
    record Bad(UUID id, String name, String state, Instant stateSince, String reason) {}

    record Cell(UUID id, String name, String state, UUID teamId, UUID serviceId) {}

    @GET
    Overview overview(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("worst") int worst,
            @QueryParam("cells") int cells);
}
