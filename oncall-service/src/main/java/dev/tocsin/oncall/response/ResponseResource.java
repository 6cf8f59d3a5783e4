package dev.tocsin.oncall.response;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.response.ResponseMath.Bucket;
import dev.tocsin.oncall.response.ResponseMath.Figures;
import dev.tocsin.oncall.response.ResponseMath.Measured;
import dev.tocsin.oncall.response.ResponseMath.Stat;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** MTA and MTR over time. */
@Path("/api/v1/response")
@RunOnVirtualThread
@RolesAllowed("viewer")
class ResponseResource {
    private static final int MOST_BUCKETS = 400;

    record Report(String zone, List<Span> buckets, Span total, How how) {}

    record Span(
            Instant start,
            Instant end,
            int incidents,
            int acknowledged,
            int neverAcknowledged,
            int open,
            int autoResolved,
            int invalid,
            Stat mta,
            Stat mtr) {
        static Span of(Instant start, Instant end, Figures figures) {
            return new Span(
                    start,
                    end,
                    figures.incidents(),
                    figures.acknowledged(),
                    figures.neverAcknowledged(),
                    figures.open(),
                    figures.autoResolved(),
                    figures.invalid(),
                    figures.mta().orElse(null),
                    figures.mtr().orElse(null));
        }
    }

    /** How the figures are made, for the page to say. */
    record How(String mta, String mtr) {
        static final How OURS = new How(
                "From an incident's trigger to its first acknowledgement, over incidents triggered in the span."
                        + " Incidents nobody acknowledged are left out and counted beside it.",
                "From an incident's trigger to its resolution, over incidents triggered in the span and resolved."
                        + " Open ones are left out; those closed by their source are in it and counted beside it.");
    }

    private final MeasuredIncidents incidents;

    ResponseResource(MeasuredIncidents incidents) {
        this.incidents = incidents;
    }

    @GET
    @Operation(summary = "Mean time to acknowledge and to resolve, by day, week or month of a zone")
    public Report report(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("bucket") @DefaultValue("week") String bucket,
            @QueryParam("team") UUID team,
            @QueryParam("service") UUID service,
            @QueryParam("severity") String severity,
            @QueryParam("zone") @DefaultValue("UTC") String zone) {
        var start = instant("from", from);
        var end = instant("to", to);
        if (!start.isBefore(end)) throw Problem.badField("to", "must be after from");
        var where = zone(zone);
        var starts = bucket(bucket).starts(start, end, where);
        if (starts.size() > MOST_BUCKETS)
            throw Problem.badField("bucket", "gives more than 400 spans; take a longer one");
        var measured = incidents.triggered(start, end, team, service, severity);
        var spans = new ArrayList<Span>();
        for (int i = 0; i < starts.size(); i++) {
            var spanStart = starts.get(i).isBefore(start) ? start : starts.get(i);
            var spanEnd = i + 1 < starts.size() ? starts.get(i + 1) : end;
            spans.add(Span.of(spanStart, spanEnd, ResponseMath.figures(within(measured, spanStart, spanEnd))));
        }
        return new Report(where.getId(), spans, Span.of(start, end, ResponseMath.figures(measured)), How.OURS);
    }

    private static List<Measured> within(List<Measured> measured, Instant start, Instant end) {
        return measured.stream()
                .filter(one ->
                        !one.triggered().isBefore(start) && one.triggered().isBefore(end))
                .toList();
    }

    private static Instant instant(String field, String text) {
        if (text == null || text.isBlank()) throw Problem.badField(field, "is missing");
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.badField(field, "must be an instant such as 2026-11-22T00:00:00Z");
        }
    }

    private static Bucket bucket(String word) {
        try {
            return Bucket.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.badField("bucket", "must be day, week or month");
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw Problem.badField("zone", "is not a time zone such as Europe/Berlin");
        }
    }
}
