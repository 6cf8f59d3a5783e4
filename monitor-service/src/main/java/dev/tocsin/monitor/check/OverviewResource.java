package dev.tocsin.monitor.check;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** All checks at once, small enough to be drawn on every board however many there are. */
@Path("/api/v1/checks")
@RunOnVirtualThread
class OverviewResource {
    private static final int MOST_WORST = 50;
    private static final int MOST_CELLS = 1000;

    private final Overviews overviews;

    OverviewResource(Overviews overviews) {
        this.overviews = overviews;
    }

    @GET
    @Path("/overview")
    @RolesAllowed("viewer")
    @Operation(
            summary = "How many checks of each team and service are in which state, and the worst of them; each by name"
                    + " where there are no more than asked for")
    public Overview overview(
            @QueryParam("worst") @DefaultValue("10") int worst, @QueryParam("cells") @DefaultValue("200") int cells) {
        return overviews.of(Math.clamp(worst, 0, MOST_WORST), Math.clamp(cells, 0, MOST_CELLS));
    }
}
