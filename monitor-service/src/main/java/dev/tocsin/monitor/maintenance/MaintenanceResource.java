package dev.tocsin.monitor.maintenance;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.tocsin.monitor.Problem;
import io.quarkus.logging.Log;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where people, and their deployments, say when no alert is to leave. */
@Path("/api/v1/maintenance")
@RunOnVirtualThread
class MaintenanceResource {
    private final Windows windows;
    private final Maintenance maintenance;
    private final SecurityIdentity caller;
    private final Clock clock;

    MaintenanceResource(Windows windows, Maintenance maintenance, SecurityIdentity caller, Clock clock) {
        this.windows = windows;
        this.maintenance = maintenance;
        this.caller = caller;
        this.clock = clock;
    }

    /** All windows by name. @param next always null; there are never many */
    public record WindowPage(List<WindowView> items, Optional<String> next) {}

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Maintenance windows by name, each with the occurrence that runs or comes next")
    public WindowPage list() {
        var now = clock.instant();
        return new WindowPage(
                windows.current().stream().map(w -> WindowView.of(w, now)).toList(), Optional.empty());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Operation(summary = "One maintenance window")
    public WindowView get(UUID id) {
        return WindowView.of(existing(id), clock.instant());
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed("responder")
    @Transactional
    @Operation(summary = "Makes a window, once or by an RRULE in a zone; without a start it begins now")
    public WindowView create(WindowRequest request) {
        var window = begin(UUID.randomUUID(), 0, sent(request));
        Log.infof("maintenance made window=%s name=\"%s\" by=\"%s\"", window.series(), window.name(), window.madeBy());
        return WindowView.of(window, clock.instant());
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("responder")
    @Transactional
    @Operation(summary = "Changes a window from now on; what was maintenance stays maintenance")
    public WindowView change(UUID id, WindowRequest request) {
        var before = existing(id);
        var version =
                sent(request).version().orElseThrow(() -> Problem.badField("version", "is needed to change a window"));
        if (version != before.version() || !windows.end(id, version, clock.instant()))
            throw Problem.conflict("the window is at version %d, your copy at %d".formatted(before.version(), version));
        var window = begin(id, version + 1, request);
        Log.infof("maintenance changed window=%s name=\"%s\" by=\"%s\"", id, window.name(), window.madeBy());
        return WindowView.of(window, clock.instant());
    }

    @POST
    @Path("/{id}/end")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("responder")
    @Transactional
    @Operation(summary = "Ends the occurrence that runs; later ones stay planned")
    public WindowView end(UUID id) {
        var now = clock.instant();
        var before = existing(id);
        var running = before.runningOrNext(now)
                .filter(span -> span.holds(now))
                .orElseThrow(() -> Problem.conflict("it does not run now"));
        if (!windows.end(id, before.version(), now)) throw Problem.conflict("somebody changed it meanwhile");
        var rest = new Window(
                id,
                before.version() + 1,
                before.name(),
                before.everything(),
                before.checkIds(),
                before.serviceIds(),
                before.teamIds(),
                before.when(),
                name(),
                running.until(),
                Optional.empty());
        windows.begin(rest);
        maintenance.follow();
        Log.infof("maintenance ended window=%s name=\"%s\" by=\"%s\"", id, before.name(), rest.madeBy());
        return WindowView.of(rest, now);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("responder")
    @Transactional
    @Operation(summary = "Deletes a window from now on; what was maintenance stays maintenance")
    public Response delete(UUID id) {
        var window = existing(id);
        if (!windows.end(id, window.version(), clock.instant()))
            throw Problem.conflict("somebody changed it meanwhile");
        maintenance.follow();
        Log.infof("maintenance deleted window=%s name=\"%s\" by=\"%s\"", id, window.name(), name());
        return Response.noContent().build();
    }

    private Window begin(UUID series, int version, WindowRequest request) {
        var now = clock.instant();
        var faults = WindowRules.faults(request, now);
        if (!faults.isEmpty()) {
            var detail = faults.stream().map(f -> f.field() + " " + f.reason()).collect(Collectors.joining("; "));
            throw new Problem.Refusal(Response.Status.BAD_REQUEST, detail, faults);
        }
        var window = new Window(
                series,
                version,
                request.name(),
                request.everything(),
                request.checkIds(),
                request.serviceIds(),
                request.teamIds(),
                WindowRules.when(request, now),
                name(),
                now,
                Optional.empty());
        windows.begin(window);
        maintenance.follow();
        return window;
    }

    private Window existing(UUID id) {
        return windows.current(id).orElseThrow(() -> new NotFoundException("no maintenance window " + id));
    }

    private static WindowRequest sent(WindowRequest request) {
        if (request == null) throw Problem.badField("body", "is missing");
        return request;
    }

    private String name() {
        return caller.getPrincipal() instanceof JsonWebToken token
                ? Optional.<String>ofNullable(token.getClaim("name")).orElseGet(token::getName)
                : caller.getPrincipal().getName();
    }
}
