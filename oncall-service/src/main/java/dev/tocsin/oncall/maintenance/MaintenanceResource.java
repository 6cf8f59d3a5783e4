package dev.tocsin.oncall.maintenance;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import dev.tocsin.oncall.Cursor;
import dev.tocsin.oncall.Listing;
import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.Versions;
import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.audit.Caller;
import dev.tocsin.oncall.catalog.Catalog;
import dev.tocsin.oncall.people.Rights;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Planned work on a service: nobody is paged for it meanwhile, not even by pages that wait already. */
@Path("/api/v1/services/{serviceId}/maintenance")
@RolesAllowed("responder")
@Transactional
@RunOnVirtualThread
public class MaintenanceResource {
    private static final int MOST_OF_A_SERVICE = 200;

    private final MaintenanceWindows windows;
    private final Maintenance maintenance;
    private final SuppressedIncidents suppressed;
    private final Catalog catalog;
    private final Rights rights;
    private final Audit audit;
    private final Caller caller;
    private final Event<Maintenance.Changed> changed;
    private final Clock clock;

    MaintenanceResource(
            MaintenanceWindows windows,
            Maintenance maintenance,
            SuppressedIncidents suppressed,
            Catalog catalog,
            Rights rights,
            Audit audit,
            Caller caller,
            Event<Maintenance.Changed> changed,
            Clock clock) {
        this.windows = windows;
        this.maintenance = maintenance;
        this.suppressed = suppressed;
        this.catalog = catalog;
        this.rights = rights;
        this.audit = audit;
        this.caller = caller;
        this.changed = changed;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "A service's maintenance windows, the latest first.")
    public Listing<WindowView> list(
            UUID serviceId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        service(serviceId);
        var page = Listing.upTo(
                limit,
                windows.page(serviceId, cursor, limit),
                window -> Cursor.of(window.startWall.toString(), window.id));
        return new Listing<>(views(page.items()), page.next());
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Plan maintenance, once or by an RRULE; without a start it begins now.")
    public WindowView plan(UUID serviceId, @Valid @NotNull WindowRequest request) {
        var service = managed(serviceId);
        if (windows.count("serviceId = ?1 and deletedAt is null", serviceId) >= MOST_OF_A_SERVICE)
            throw Problem.conflict("%s has %d maintenance windows: delete old ones first"
                    .formatted(service.name(), MOST_OF_A_SERVICE));
        var now = clock.instant();
        var window = MaintenanceWindow.planned(
                serviceId, request.title(), request.recurrence(service.zone(), now), now, caller.name());
        if (window.ahead(now, 1).isEmpty()) throw Problem.badField("end", "must be in the future");
        windows.persistAndFlush(window);
        audit.record(caller.actor(), "maintenance.planned", service.name(), window.title);
        changed.fire(new Maintenance.Changed(window.id));
        return view(window);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Operation(summary = "One maintenance window.")
    public WindowView get(UUID serviceId, UUID id) {
        return view(window(serviceId, id));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change a maintenance window.")
    public WindowView change(UUID serviceId, UUID id, @Valid @NotNull WindowRequest request) {
        var service = managed(serviceId);
        var window = window(serviceId, id);
        Versions.same(request.version(), window.version);
        window.plan(request.title(), request.recurrence(service.zone(), clock.instant()));
        windows.flush();
        audit.record(caller.actor(), "maintenance.changed", service.name(), window.title);
        changed.fire(new Maintenance.Changed(id));
        return view(window);
    }

    @POST
    @Path("/{id}/end")
    @Operation(summary = "End the maintenance that is going on now; what is still broken pages at once.")
    public WindowView end(UUID serviceId, UUID id) {
        var service = managed(serviceId);
        var window = window(serviceId, id);
        var now = clock.instant();
        if (window.at(now).isEmpty()) throw Problem.conflict("%s is not going on now".formatted(window.title));
        window.endedAt = now;
        windows.flush();
        audit.record(caller.actor(), "maintenance.ended", service.name(), window.title);
        changed.fire(new Maintenance.Changed(id));
        return view(window);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete a maintenance window; one that is going on ends now.")
    public void delete(UUID serviceId, UUID id) {
        var service = managed(serviceId);
        var window = window(serviceId, id);
        window.deletedAt = clock.instant();
        windows.flush();
        audit.record(caller.actor(), "maintenance.deleted", service.name(), window.title);
        changed.fire(new Maintenance.Changed(id));
    }

    @GET
    @Path("/{id}/suppressed")
    @RolesAllowed("viewer")
    @Operation(summary = "The incidents a maintenance window kept quiet, newest first.")
    public Listing<SuppressedIncidents.View> suppressed(
            UUID serviceId,
            UUID id,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        window(serviceId, id);
        return suppressed.of(id, cursor, limit);
    }

    private Catalog.ServiceFacts service(UUID id) {
        return catalog.service(id).orElseThrow(() -> new NotFoundException("there is no service " + id));
    }

    private Catalog.ServiceFacts managed(UUID id) {
        var service = service(id);
        rights.mustManage(service.teamId());
        return service;
    }

    private MaintenanceWindow window(UUID serviceId, UUID id) {
        return windows.of(serviceId, id)
                .orElseThrow(() -> new NotFoundException("there is no maintenance window " + id));
    }

    private WindowView view(MaintenanceWindow window) {
        return views(List.of(window)).getFirst();
    }

    private List<WindowView> views(List<MaintenanceWindow> rows) {
        Instant now = clock.instant();
        var counts = maintenance.suppressed(rows.stream().map(row -> row.id).toList());
        return rows.stream()
                .map(row -> WindowView.of(row, counts.getOrDefault(row.id, Maintenance.Suppressed.NONE), now))
                .toList();
    }
}
