package dev.tocsin.monitor.schedule;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import dev.tocsin.monitor.alerting.Ledger;
import dev.tocsin.monitor.check.WatchList;
import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.history.ResultView;
import dev.tocsin.monitor.history.Results;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Probing on demand, and how the schedule as a whole is doing. */
@Path("/api/v1/checks")
@RunOnVirtualThread
class RunResource {
    private final Prober prober;
    private final WatchList watchList;
    private final Ledger ledger;
    private final Results results;
    private final Database database;
    private final Clock clock;

    RunResource(Prober prober, WatchList watchList, Ledger ledger, Results results, Database database, Clock clock) {
        this.prober = prober;
        this.watchList = watchList;
        this.ledger = ledger;
        this.results = results;
        this.database = database;
        this.clock = clock;
    }

    @POST
    @Path("/{id}/run")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("responder")
    @Operation(summary = "Probes a check now; the result counts like any other")
    public ResultView run(UUID id) {
        var check = watchList.find(id).orElseThrow(() -> new NotFoundException("no check " + id));
        var stored = ledger.standings(Set.of(id)).get(id);
        var last = Optional.ofNullable(results.last(List.of(id)).get(id)).map(ResultView::at);
        var ago = last.map(at -> Duration.between(at, clock.instant())).orElse(Duration.ZERO);
        var seen = prober.run(new Watch(check, stored, last, ago), Optional.empty(), Duration.ZERO);
        watchList.touch(id);
        return seen.getFirst();
    }

    @GET
    @Path("/summary")
    @RolesAllowed("viewer")
    @Operation(summary = "How many checks are up, down, unknown and paused, and whether we keep up")
    public Summary summary() {
        return database.first(
                        """
                        select count(*) filter (where s.state = 'up') as ups, count(*) filter (where s.state = 'down') as downs,
                               count(*) filter (where s.state = 'unknown') as unknowns, count(*) filter (where s.state = 'paused') as pauses,
                               coalesce(sum(1000.0 / interval_ms) filter (where s.state <> 'paused'), 0)::float8 as owed,
                               (select coalesce(max(lag_us), 0) from replica where alive_until > now()) as lag
                        from checks c join check_state s on s.check_id = c.id where c.deleted_at is null
                        """,
                        row -> new Summary(
                                row.number("ups"),
                                row.number("downs"),
                                row.number("unknowns"),
                                row.number("pauses"),
                                row.fraction("owed"),
                                row.micros("lag")))
                .orElseThrow();
    }
}
