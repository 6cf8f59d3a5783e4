package dev.tocsin.monitor.schedule;

import java.time.Clock;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.history.ResultView;
import dev.tocsin.monitor.history.Results;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Probing on demand, and how the schedule as a whole is doing. */
@Path("/api/v1/checks")
@RunOnVirtualThread
class RunResource {
    private final OnDemand onDemand;
    private final Database database;
    private final Results results;
    private final Clock clock;

    RunResource(OnDemand onDemand, Results results, Database database, Clock clock) {
        this.onDemand = onDemand;
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
        return onDemand.run(id).orElseThrow(() -> new NotFoundException("no check " + id));
    }

    @GET
    @Path("/{id}/debt")
    @RolesAllowed("viewer")
    @Operation(summary = "What we owed this check in the last hour, and what of it we did")
    public DebtView debt(UUID id) {
        var now = clock.instant();
        var done = results.done(id, now.minus(Debts.WINDOW), Debt.LATE);
        return database.first(
                        """
                        select c.interval_ms, greatest(c.created_at, coalesce(resumed.at, c.created_at)) as since
                        from checks c
                        left join lateral (select max(at) as at from status_change
                                           where check_id = c.id and from_state = 'paused') resumed on true
                        where c.id = ? and c.deleted_at is null
                        """,
                        row -> Debts.of(
                                now, row.instant("since"), row.millis("interval_ms"), done.executed(), done.late()),
                        id)
                .orElseThrow(() -> new NotFoundException("no check " + id));
    }

    @GET
    @Path("/summary")
    @RolesAllowed("viewer")
    @Operation(summary = "How many checks are up, down, unknown and paused, and whether we keep up")
    public Summary summary() {
        return database.first(
                        """
                        select count(*) filter (where s.state = 'up') as ups,
                               count(*) filter (where s.state = 'degraded') as slows,
                               count(*) filter (where s.state = 'down') as downs,
                               count(*) filter (where s.state = 'unreachable') as hidden,
                               count(*) filter (where s.state = 'unknown') as unknowns,
                               count(*) filter (where s.state = 'paused') as pauses,
                               count(*) filter (where s.flapping) as flaps,
                               coalesce(sum(1000.0 / interval_ms) filter (where s.state <> 'paused'), 0)::float8 as per_second,
                               r.*
                        from checks c join check_state s on s.check_id = c.id and c.deleted_at is null
                        right join (
                            select coalesce(max(lag_us), 0)::bigint as lag, coalesce(sum(owed), 0)::bigint as owed,
                                   coalesce(sum(executed), 0)::bigint as executed, coalesce(sum(late), 0)::bigint as late,
                                   min(offline_since) as offline
                            from replica where alive_until > now()) r on true
                        group by r.lag, r.owed, r.executed, r.late, r.offline
                        """,
                        row -> new Summary(
                                row.number("ups"),
                                row.number("slows"),
                                row.number("downs"),
                                row.number("hidden"),
                                row.number("unknowns"),
                                row.number("pauses"),
                                row.number("flaps"),
                                row.fraction("per_second"),
                                row.micros("lag"),
                                DebtView.of(
                                        Debt.WINDOW, row.number("owed"), row.number("executed"), row.number("late")),
                                row.maybeInstant("offline")))
                .orElseThrow();
    }
}
