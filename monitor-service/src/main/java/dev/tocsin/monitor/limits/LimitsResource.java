package dev.tocsin.monitor.limits;

import java.util.Comparator;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.arc.All;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Which limits hold on this replica. */
@Path("/api/v1/limits")
@RunOnVirtualThread
class LimitsResource {
    record LimitsView(String about, List<Bounds.Limit> limits) {}

    record AllLimits(List<LimitsView> items) {}

    private final List<Bounds> rooms;

    LimitsResource(@All List<Bounds> rooms) {
        this.rooms = rooms.stream().sorted(Comparator.comparing(Bounds::about)).toList();
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "The limits in force, room by room.")
    public AllLimits limits() {
        return new AllLimits(rooms.stream()
                .map(room -> new LimitsView(room.about(), room.inForce()))
                .toList());
    }
}
