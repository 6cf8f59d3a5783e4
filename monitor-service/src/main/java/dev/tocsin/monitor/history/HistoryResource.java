package dev.tocsin.monitor.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import dev.tocsin.monitor.Problem;
import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.maintenance.Maintenance;
import dev.tocsin.monitor.maintenance.Span;
import dev.tocsin.monitor.maintenance.Whose;
import dev.tocsin.monitor.verdict.State;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a check was like. */
@Path("/api/v1/checks")
@RunOnVirtualThread
class HistoryResource {
    private static final Duration DAY = Duration.ofDays(1);

    private final Results results;
    private final Database database;
    private final Maintenance maintenance;
    private final Clock clock;

    HistoryResource(Results results, Database database, Maintenance maintenance, Clock clock) {
        this.results = results;
        this.database = database;
        this.maintenance = maintenance;
        this.clock = clock;
    }

    @GET
    @Path("/{id}/results")
    @RolesAllowed("viewer")
    @Operation(summary = "The results of a check, newest first")
    public List<ResultView> results(
            UUID id, @QueryParam("before") String before, @QueryParam("limit") @DefaultValue("50") int limit) {
        var until = instant("before", before, () -> clock.instant().plus(DAY));
        return results.before(id, until, Math.clamp(limit, 1, 200));
    }

    @GET
    @Path("/{id}/latency")
    @RolesAllowed("viewer")
    @Operation(summary = "Latency percentiles of a check over time, in milliseconds")
    public List<LatencyPoint> latency(
            UUID id,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("points") @DefaultValue("120") int points) {
        var end = instant("to", to, clock::instant);
        var start = instant("from", from, () -> end.minus(DAY));
        demandOrder(start, end);
        return results.latency(id, start, end, Math.clamp(points, 1, 1000));
    }

    @GET
    @Path("/{id}/uptime")
    @RolesAllowed("viewer")
    @Operation(summary = "Uptime of a check as a bound, with the time nobody saw counted as unknown")
    public UptimeView uptime(UUID id, @QueryParam("from") String from, @QueryParam("to") String to) {
        var end = instant("to", to, clock::instant);
        var start = instant("from", from, () -> end.minus(DAY));
        demandOrder(start, end);
        var changes = database.list(
                """
                select observed_at, to_state from status_change where check_id = ? and observed_at < ?
                and observed_at >= coalesce((select max(observed_at) from status_change where check_id = ? and observed_at <= ?), '-infinity')
                order by observed_at
                """,
                row -> new Uptime.Since(row.instant("observed_at"), State.of(row.text("to_state"))),
                id,
                end,
                id,
                start);
        var known = new Uptime.Known(
                changes, seenUntil(id), maintenance.between(whose(id), start, end), failures(id, start, end));
        return UptimeView.of(Uptime.between(start, end, known));
    }

    private List<Span> failures(UUID id, Instant from, Instant to) {
        return database.list(
                "select began, ended from unconfirmed_failure where check_id = ? and began < ? and ended > ? order by began",
                row -> new Span(row.instant("began"), row.instant("ended")),
                id,
                to,
                from);
    }

    private Whose whose(UUID id) {
        return database.first(
                        "select service_id, team_id from checks where id = ?",
                        row -> new Whose(id, row.maybeUuid("service_id"), row.maybeUuid("team_id")),
                        id)
                .orElseThrow(() -> new NotFoundException("no check " + id));
    }

    /** The last result and one more beat; the state holds until the next probe could have said otherwise. */
    private Instant seenUntil(UUID id) {
        var beat = database.first(
                        "select interval_ms + timeout_ms as beat from checks where id = ?",
                        row -> row.millis("beat"),
                        id)
                .orElseThrow(() -> new NotFoundException("no check " + id));
        return results.last(List.of(id)).values().stream()
                .map(last -> last.at().plus(beat))
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    private static void demandOrder(Instant from, Instant to) {
        if (!from.isBefore(to)) throw Problem.badField("from", "must be before to");
    }

    private static Instant instant(String field, String text, Supplier<Instant> otherwise) {
        if (text == null || text.isBlank()) return otherwise.get();
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.badField(field, "must be an instant such as 2026-11-22T21:43:54Z");
        }
    }
}
