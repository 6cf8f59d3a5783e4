package dev.tocsin.monitor.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
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
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a check was like. */
@Path("/api/v1/checks")
@RunOnVirtualThread
class HistoryResource {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LONGEST_CURVE = Duration.ofDays(62);
    private static final int HOURS = 24;
    private static final int GLANCES = 200;

    private final Results results;
    private final Archive archive;
    private final Curves curves;
    private final Lives lives;
    private final Timelines timelines;
    private final Database database;
    private final Clock clock;

    HistoryResource(
            Results results,
            Archive archive,
            Curves curves,
            Lives lives,
            Timelines timelines,
            Database database,
            Clock clock) {
        this.results = results;
        this.archive = archive;
        this.curves = curves;
        this.lives = lives;
        this.timelines = timelines;
        this.database = database;
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
    @Path("/{id}/history")
    @RolesAllowed("viewer")
    @Operation(
            summary =
                    "Uptime, counts and latency percentiles of a check over 1h, 24h, 7d, 30d or 90d, in steps and in total")
    public HistoryView history(UUID id, @QueryParam("range") @DefaultValue("24h") String range) {
        var chosen = range(range);
        var now = clock.instant();
        var found = archive.read(Set.of(id), chosen.from(now), now, chosen.step());
        if (found.isEmpty()) throw new NotFoundException("no check " + id);
        return HistoryView.of(found.get(id));
    }

    @GET
    @Path("/{id}/uptime")
    @RolesAllowed("viewer")
    @Operation(
            summary =
                    "Uptime of a check as a bound, with the time nobody saw counted as unknown; exact to the millisecond")
    public UptimeView uptime(UUID id, @QueryParam("from") String from, @QueryParam("to") String to) {
        var end = instant("to", to, clock::instant);
        var start = instant("from", from, () -> end.minus(DAY));
        if (!start.isBefore(end)) throw Problem.badField("from", "must be before to");
        var life = lives.of(Set.of(id)).stream().findFirst().orElseThrow(() -> new NotFoundException("no check " + id));
        var known = timelines.known(database, List.of(life), start, end).get(life.number());
        return UptimeView.of(life.within(start, end)
                .map(span -> Uptime.between(span.from(), span.until(), known))
                .orElse(Uptime.NONE));
    }

    @GET
    @Path("/{id}/curve")
    @RolesAllowed("viewer")
    @Operation(
            summary =
                    "Typical latency and failures of a check over any stretch of up to 62 days, in steps few enough to draw")
    public CurveView curve(UUID id, @QueryParam("from") String from, @QueryParam("to") String to) {
        var end = instant("to", to, clock::instant);
        var start = instant("from", from, () -> end.minus(DAY));
        if (!start.isBefore(end) || Duration.between(start, end).compareTo(LONGEST_CURVE) > 0)
            throw Problem.badField("from", "must be before to, by 62 days at most");
        return curves.read(id, start, end).orElseThrow(() -> new NotFoundException("no check " + id));
    }

    @GET
    @Path("/glances")
    @RolesAllowed("viewer")
    @Operation(summary = "The last day of many checks, for a list: uptime, and latency by the hour")
    public List<GlanceView> glances(@QueryParam("id") List<UUID> ids) {
        if (ids.size() > GLANCES) throw Problem.badField("id", "must be at most " + GLANCES);
        var now = clock.instant();
        var from = Chunk.floor(now, Roller.HOUR).minus(Roller.HOUR.multipliedBy(HOURS - 1));
        return archive.read(ids, from, now, Roller.HOUR).entrySet().stream()
                .map(found -> GlanceView.of(found.getKey(), found.getValue()))
                .toList();
    }

    static Range range(String word) {
        try {
            return Range.of(word);
        } catch (IllegalArgumentException e) {
            throw Problem.badField("range", e.getMessage());
        }
    }

    static Instant instant(String field, String text, Supplier<Instant> otherwise) {
        if (text == null || text.isBlank()) return otherwise.get();
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.badField(field, "must be an instant such as 2026-11-22T21:43:54Z");
        }
    }
}
