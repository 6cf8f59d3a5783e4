package dev.tocsin.oncall.simulation;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.Times;
import dev.tocsin.oncall.catalog.Catalog;
import dev.tocsin.oncall.incident.Severity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Asks what would happen. */
@Path("/api/v1/simulation")
@RunOnVirtualThread
@RolesAllowed("viewer")
class SimulationResource {
    private final Simulator simulator;
    private final Catalog catalog;
    private final Clock clock;

    SimulationResource(Simulator simulator, Catalog catalog, Clock clock) {
        this.simulator = simulator;
        this.catalog = catalog;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Who is paged, how and when, if a service breaks at a moment and nobody answers",
            description = "Runs the engine's own code on the rules as they are now, and leaves no trace.")
    public Simulation simulate(
            @QueryParam("service") @NotNull UUID service,
            @QueryParam("at") String at,
            @QueryParam("severity") @DefaultValue("critical") String severity,
            @QueryParam("hours") @DefaultValue("12") @Min(1) @Max(72) int hours) {
        var facts = catalog.service(service).orElseThrow(() -> new NotFoundException("there is no service " + service));
        var named = Severity.named(severity)
                .orElseThrow(() -> Problem.badField("severity", "must be critical, error, warning or info"));
        return simulator.play(facts, named, Times.read("at", at, clock.instant()), Duration.ofHours(hours));
    }
}
