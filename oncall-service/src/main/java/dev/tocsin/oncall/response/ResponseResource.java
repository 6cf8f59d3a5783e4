package dev.tocsin.oncall.response;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tocsin.oncall.Listing;
import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.audit.Caller;
import dev.tocsin.oncall.response.FigureReader.Group;
import dev.tocsin.oncall.response.Tally.Counted;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** MTA and MTR over time and by group, and the incidents behind each number. */
@Path("/api/v1/response")
@RunOnVirtualThread
@RolesAllowed("viewer")
class ResponseResource {
    static final String CSV = "text/csv;charset=UTF-8";

    /** {@code previous} is as much of the calendar before {@code total}. */
    record Report(String zone, List<Span> buckets, Span total, Span previous, How how) {}

    record Span(Instant start, Instant end, @JsonUnwrapped Counted figures) {
        static Span of(FigureReader.Span span) {
            return new Span(span.start(), span.end(), span.figures());
        }
    }

    /** {@code others} groups with fewer incidents are not listed. */
    record Breakdown(String dimension, List<Row> items, int others, Counted total, Counted previous, How how) {}

    record Row(String key, String name, @JsonUnwrapped Counted figures, Counted previous) {
        static Row of(Group group) {
            return new Row(group.key(), group.name(), group.figures(), group.previous());
        }
    }

    record Rebuilt(long incidents) {}

    private final FigureReader figures;
    private final BehindFigures behind;
    private final Packs packs;
    private final Audit audit;
    private final Caller caller;

    ResponseResource(FigureReader figures, BehindFigures behind, Packs packs, Audit audit, Caller caller) {
        this.figures = figures;
        this.behind = behind;
        this.packs = packs;
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Time to acknowledge and to resolve, by day, week or month of a zone")
    public Report report(@BeanParam Question question) {
        var asked = question.asked();
        var report = figures.report(asked, question.starts(asked));
        return new Report(
                asked.zone().getId(),
                report.spans().stream().map(Span::of).toList(),
                Span.of(report.total()),
                Span.of(report.previous()),
                How.of(asked, null));
    }

    @GET
    @Path("/spans.csv")
    @Produces(CSV)
    @Operation(summary = "The same as comma-separated values")
    public String spans(@BeanParam Question question) {
        var asked = question.asked();
        return FigureCsv.spans(figures.report(asked, question.starts(asked)));
    }

    @GET
    @Path("/breakdown")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The same by team, service, person or severity, each with the stretch before")
    public Breakdown breakdown(
            @BeanParam Question question,
            @QueryParam("dimension") String dimension,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(1000) int limit) {
        var asked = question.asked();
        var by = dimension(dimension);
        var found = figures.groups(asked, by);
        var rows = found.groups().stream().limit(limit).map(Row::of).toList();
        return new Breakdown(
                by.name().toLowerCase(Locale.ROOT),
                rows,
                found.groups().size() - rows.size(),
                found.total(),
                found.previous(),
                How.of(asked, by));
    }

    @GET
    @Path("/breakdown.csv")
    @Produces(CSV)
    @Operation(summary = "A breakdown as comma-separated values")
    public String breakdown(@BeanParam Question question, @QueryParam("dimension") String dimension) {
        return FigureCsv.groups(figures.groups(question.asked(), dimension(dimension)));
    }

    @GET
    @Path("/incidents")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The incidents behind a number, newest first, each with its times")
    public Listing<BehindFigures.Row> incidents(
            @BeanParam Question question,
            @QueryParam("figure") String figure,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        return behind.list(question.asked(), BehindFigures.Figure.named(figure), limit, cursor);
    }

    @GET
    @Path("/incidents.csv")
    @Produces(CSV)
    @Operation(summary = "The incidents behind a number as comma-separated values, the newest 20,000")
    public String incidents(@BeanParam Question question, @QueryParam("figure") String figure) {
        var asked = question.asked();
        var named = BehindFigures.Figure.named(figure);
        var csv = new StringBuilder(FigureCsv.incidentsHead());
        String cursor = null;
        for (int rows = 0; rows < FigureCsv.MOST; ) {
            var found = behind.list(asked, named, FigureCsv.AT_ONCE, cursor);
            found.items().forEach(row -> csv.append(FigureCsv.incident(row)));
            rows += found.items().size();
            cursor = found.next();
            if (cursor == null) break;
        }
        return csv.toString();
    }

    @POST
    @Path("/rebuild")
    @RolesAllowed("admin")
    @Transactional
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Packs all days anew from the incidents; figures stay right meanwhile")
    public Rebuilt rebuild() {
        long incidents = packs.rebuild();
        audit.record(caller.actor(), "figures.rebuilt", "figures", incidents + " incidents");
        return new Rebuilt(incidents);
    }

    private static Dimension dimension(String word) {
        try {
            if (word != null) return Dimension.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.badField("dimension", "must be team, service, person or severity");
        }
        throw Problem.badField("dimension", "is missing: team, service, person or severity");
    }
}
