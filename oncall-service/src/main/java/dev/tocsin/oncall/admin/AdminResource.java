package dev.tocsin.oncall.admin;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.oncall.Listing;
import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.admin.Connection.Setting;
import dev.tocsin.oncall.admin.Connection.Tried;
import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.audit.Caller;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What this service is connected to, with a live test, and the limits it keeps. For administrators. */
@Path("/api/v1/admin")
@RolesAllowed("admin")
@RunOnVirtualThread
public class AdminResource {
    private final List<Connection> connections;
    private final List<Bounds> limits;
    private final Audit audit;
    private final Caller caller;

    AdminResource(@All List<Connection> connections, @All List<Bounds> limits, Audit audit, Caller caller) {
        this.connections = connections.stream()
                .sorted(Comparator.comparing(Connection::title))
                .toList();
        this.limits =
                limits.stream().sorted(Comparator.comparing(Bounds::about)).toList();
        this.audit = audit;
        this.caller = caller;
    }

    /** {@code test} says what a live test would do; absent where there is none. */
    record ConnectionView(
            String id,
            String title,
            boolean configured,
            List<Setting> settings,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> test) {}

    record LimitsView(String about, List<Bounds.Limit> limits) {}

    @GET
    @Path("/connections")
    @Operation(summary = "What this service is connected to, and what is set for it; secrets are not shown.")
    public Listing<ConnectionView> connections() {
        return Listing.whole(connections.stream()
                .map(c -> new ConnectionView(c.id(), c.title(), c.configured(), c.settings(), c.test()))
                .toList());
    }

    @POST
    @Path("/connections/{id}/test")
    @Operation(summary = "Use a connection once, for myself, and tell what came of it.")
    public Tried test(String id) {
        var connection = connections.stream()
                .filter(found -> found.id().equals(id) && found.test().isPresent())
                .findFirst()
                .orElseThrow(() -> new NotFoundException("there is no test of " + id));
        if (!connection.configured()) throw Problem.conflict(connection.title() + " is not configured");
        var tried = connection.tryFor(caller.id());
        noted(connection, tried);
        return tried;
    }

    @GET
    @Path("/limits")
    @Operation(summary = "The limits in force, room by room.")
    public Listing<LimitsView> limits() {
        return Listing.whole(limits.stream()
                .map(room -> new LimitsView(room.about(), room.inForce()))
                .toList());
    }

    @Transactional
    void noted(Connection connection, Tried tried) {
        audit.record(
                caller.actor(), "connection.tested", connection.title(), tried.worked() ? "it works" : tried.said());
    }
}
