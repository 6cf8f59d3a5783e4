package dev.tocsin.monitor.check;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.tocsin.monitor.Problem;
import dev.tocsin.monitor.history.ResultView;
import dev.tocsin.monitor.probe.Kind;
import dev.tocsin.monitor.probe.Kinds;
import dev.tocsin.monitor.verdict.State;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where people make, read and change checks. */
@Path("/api/v1/checks")
@RunOnVirtualThread
class CheckResource {
    private final CheckDesk desk;
    private final CheckViews views;
    private final Trials trials;
    private final Kinds kinds;
    private final SecurityIdentity caller;
    private final Clock clock;

    CheckResource(CheckDesk desk, CheckViews views, Trials trials, Kinds kinds, SecurityIdentity caller, Clock clock) {
        this.desk = desk;
        this.views = views;
        this.trials = trials;
        this.kinds = kinds;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Checks by name, with how they are; narrowed by state, team, service or part of the name")
    public CheckPage list(
            @QueryParam("state") String state,
            @QueryParam("team") UUID team,
            @QueryParam("service") UUID service,
            @QueryParam("q") String text,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") String cursor) {
        var filter = new CheckViews.Filter(
                state(state),
                Optional.ofNullable(team),
                Optional.ofNullable(service),
                Optional.ofNullable(text).filter(t -> !t.isBlank()));
        return views.page(filter, Cursor.parse(cursor), Math.clamp(limit, 1, 200));
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed("responder")
    @Operation(summary = "Makes a check; it is probed within a second")
    public CheckView create(CheckRequest request) {
        return views.one(desk.create(sent(request)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Operation(summary = "One check and how it is")
    public CheckView get(UUID id) {
        return views.one(id);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("responder")
    @Operation(summary = "Changes a check; needs the version it was read at")
    public CheckView change(UUID id, CheckRequest request) {
        desk.change(id, sent(request));
        return views.one(id);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("responder")
    @Operation(summary = "Deletes a check and resolves what it raised")
    public Response delete(UUID id) {
        desk.delete(id);
        return Response.noContent().build();
    }

    @POST
    @Path("/{id}/pause")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("responder")
    @Operation(summary = "Stops probing; an incident that is open stays open")
    public CheckView pause(UUID id) {
        desk.pause(id);
        return views.one(id);
    }

    @POST
    @Path("/{id}/resume")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("responder")
    @Operation(summary = "Probes again")
    public CheckView resume(UUID id) {
        desk.resume(id);
        return views.one(id);
    }

    @POST
    @Path("/try")
    @RolesAllowed("responder")
    @Operation(summary = "Probes once what a check would probe, and saves nothing")
    public ResultView probeOnce(CheckRequest request) {
        var result = trials.of(sent(request), caller.getPrincipal().getName());
        return ResultView.of(result.observed(clock.instant()));
    }

    private CheckRequest sent(CheckRequest request) {
        if (request == null) throw Problem.badField("body", "is missing");
        var reserved =
                kinds.named(request.kind()).filter(Kind::forAdministrators).isPresent();
        if (reserved && !caller.hasRole("admin"))
            throw new ForbiddenException("only an administrator may set up a check of the kind " + request.kind());
        return request;
    }

    private static Optional<State> state(String word) {
        if (word == null || word.isBlank()) return Optional.empty();
        try {
            return Optional.of(State.of(word));
        } catch (IllegalArgumentException e) {
            throw Problem.badField("state", "must be up, degraded, down, unreachable, unknown or paused");
        }
    }
}
