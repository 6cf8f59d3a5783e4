package dev.tocsin.dashboard.learning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.learning.FiguresClient.Figures;
import dev.tocsin.dashboard.web.Address;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Names;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Query;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Service.ONCALL;
import static dev.tocsin.dashboard.web.Service.POSTMORTEM;

/** How well we learn: by quarter, by team, by what keeps happening. */
@Path("/postmortems")
@RolesAllowed("viewer")
@RunOnVirtualThread
public class FiguresPages {
    private static final int QUARTERS = 4;
    private static final String HERE = "/postmortems/figures";

    @CheckedTemplate(basePath = "LearningPages")
    record figures(Figures found, Charts charts, List<Cause> causes, Form form, List<Option> teams, String csv)
            implements TemplateInstance {}

    /** A tag, how many published reports carry it, and where they are listed. */
    record Cause(String tag, int reports, String href) {}

    private final FiguresClient client;
    private final Names names;
    private final CurrentViewer viewers;
    private final Clock clock;

    FiguresPages(@RestClient FiguresClient client, @RestClient Names names, CurrentViewer viewers, Clock clock) {
        this.client = client;
        this.names = names;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** What is asked for; days are the viewer's, both included. */
    private record Span(LocalDate from, LocalDate to, String team) {
        Query query(ZoneId zone) {
            return Query.none()
                    .with("from", from)
                    .with("to", to)
                    .with("team", team)
                    .with("zone", zone.getId());
        }

        Address on(String path) {
            return new Address(path).with("from", from).with("to", to).with("team", team);
        }
    }

    @GET
    @Path("figures")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(
            @QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("team") String team) {
        var viewer = viewers.get();
        var span = span(from, to, team);
        var teams = ONCALL.later(() -> names.teams(viewer.bearer(), Names.MOST));
        var found = found(span);
        var causes = found.causes().stream()
                .map(cause -> new Cause(
                        cause.tag(),
                        cause.reports(),
                        span.on("/postmortems").with("tag", cause.tag()).path()))
                .toList();
        return new figures(
                found,
                Charts.of(found.buckets()),
                causes,
                Form.blank().with("from", span.from()).with("to", span.to()).with("team", team),
                Names.options(teams.get()),
                span.on(HERE + ".csv").path());
    }

    @GET
    @Path("figures.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response csv(@QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("team") String team) {
        return Response.ok(FiguresCsv.of(found(span(from, to, team))))
                .header("Content-Disposition", "attachment; filename=\"postmortem-figures.csv\"")
                .build();
    }

    private Figures found(Span span) {
        var viewer = viewers.get();
        return POSTMORTEM.call(
                () -> client.figures(viewer.bearer(), span.query(viewer.zone()).parameters()));
    }

    /** This quarter to its end, for what is due in it, and the three before it, unless the address says otherwise. */
    private Span span(String from, String to, String team) {
        var today = LocalDate.ofInstant(clock.instant(), viewers.get().zone());
        var last = day(to, quarter(today).plusMonths(3).minusDays(1));
        var quarter = quarter(last);
        var first = day(from, quarter.minusMonths(3L * (QUARTERS - 1)));
        return new Span(first.isAfter(last) ? last : first, last, team);
    }

    private static LocalDate quarter(LocalDate day) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        try {
            return text == null || text.isBlank() ? otherwise : LocalDate.parse(text);
        } catch (DateTimeParseException mistyped) {
            return otherwise; // an address somebody edited: the usual span
        }
    }
}
