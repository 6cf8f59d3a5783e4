package dev.tocsin.monitor.history;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import dev.tocsin.monitor.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** History as files for spreadsheets. */
@Path("/api/v1/checks")
@RunOnVirtualThread
class ExportResource {
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final int PAGE = 2000;

    private final Archive archive;
    private final Lives lives;
    private final Results results;
    private final Clock clock;

    ExportResource(Archive archive, Lives lives, Results results, Clock clock) {
        this.archive = archive;
        this.lives = lives;
        this.results = results;
        this.clock = clock;
    }

    @GET
    @Path("/{id}/history.csv")
    @Produces(CSV)
    @RolesAllowed("viewer")
    @Operation(summary = "The steps of a check's history as comma-separated values")
    public Response history(UUID id, @QueryParam("range") @DefaultValue("24h") String range) {
        var chosen = HistoryResource.range(range);
        var now = clock.instant();
        var found = archive.read(Set.of(id), chosen.from(now), now, chosen.step());
        if (found.isEmpty()) throw new NotFoundException("no check " + id);
        var csv = new StringBuilder(HistoryCsv.STEPS);
        HistoryView.of(found.get(id)).steps().forEach(step -> csv.append(HistoryCsv.line(step)));
        return file(csv.toString(), "history-" + range);
    }

    /** Read a page at a time while it is written, so that neither a long time nor a slow reader costs memory. */
    @GET
    @Path("/{id}/results.csv")
    @Produces(CSV)
    @RolesAllowed("viewer")
    @Operation(summary = "Every result of a check, oldest first, of 31 days at most, as comma-separated values")
    public Response results(UUID id, @QueryParam("from") String from, @QueryParam("to") String to) {
        var end = HistoryResource.instant("to", to, clock::instant);
        var start = HistoryResource.instant("from", from, () -> end.minus(Roller.DAY));
        if (!start.isBefore(end) || start.plus(LONGEST).isBefore(end))
            throw Problem.badField("from", "must be before to, by 31 days at most");
        if (lives.of(Set.of(id)).isEmpty()) throw new NotFoundException("no check " + id);
        StreamingOutput lines = out -> {
            var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            writer.write(HistoryCsv.RESULTS);
            var next = start;
            while (next.isBefore(end)) next = page(id, next, end, writer);
            writer.flush();
        };
        return file(lines, "results");
    }

    /** @return where the next page begins */
    private Instant page(UUID id, Instant from, Instant end, BufferedWriter writer) throws IOException {
        var page = results.from(id, from, end, PAGE);
        for (var result : page.results()) writer.write(HistoryCsv.line(result));
        return page.next().orElse(end);
    }

    private static Response file(Object content, String name) {
        return Response.ok(content, CSV)
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
                .build();
    }
}
