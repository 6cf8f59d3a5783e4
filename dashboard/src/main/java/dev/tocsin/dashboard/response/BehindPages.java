package dev.tocsin.dashboard.response;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.response.ResponseClient.Behind;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Tab;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** The incidents behind a number of the response page, and every number as a file. */
@Path("/response")
@RolesAllowed("viewer")
@RunOnVirtualThread
public class BehindPages {
    private static final int AT_ONCE = 50;
    private static final Set<String> FILES = Set.of("spans", "breakdown", "incidents");

    private record Figure(String name, String label, String lede) {}

    private static List<Figure> figures() {
        var words = say(ResponseWords.class);
        return List.of(
                new Figure("all", words.all(), words.everyIncidentTriggeredInTheseDays()),
                new Figure("mta", words.inTheMta(), words.acknowledgedSoTheyMakeTheTime()),
                new Figure("mtr", words.inTheMtr(), words.resolvedSoTheyMakeTheTime()),
                new Figure(
                        "never-acknowledged", words.neverAcknowledged(), words.resolvedAndNeverAcknowledgedLeftOut()),
                new Figure("waiting", words.waiting(), words.openAndNotAcknowledgedYetNot()),
                new Figure("open", words.open2(), words.notResolvedYetNotInThe()),
                new Figure("auto-resolved", words.byThemselves(), words.closedByTheirSourceOrA()),
                new Figure("invalid", words.invalid(), words.anEndLiesBeforeItsStart()));
    }

    private static List<Figure> ofPerson() {
        var words = say(ResponseWords.class);
        return List.of(
                new Figure("by-others", words.byOthers(), words.givenToThisPersonAndAcknowledged()),
                new Figure("unasked", words.unasked(), words.acknowledgedByThisPersonThoughNever()));
    }

    @CheckedTemplate(basePath = "ResponsePages")
    record incidents(
            String lede, List<Tab> tabs, List<Behind> found, boolean ofPerson, String back, String csv, String next)
            implements TemplateInstance {}

    private final ResponseClient client;
    private final CurrentViewer viewers;
    private final Clock clock;

    BehindPages(@RestClient ResponseClient client, CurrentViewer viewers, Clock clock) {
        this.client = client;
        this.viewers = viewers;
        this.clock = clock;
    }

    @GET
    @Path("/incidents")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance behind(
            @BeanParam ResponseFilter filter,
            @QueryParam("figure") String figure,
            @QueryParam("cursor") String cursor) {
        var viewer = viewers.get();
        var zone = viewer.zone();
        var figures = new ArrayList<>(figures());
        if (filter.ofPerson()) figures.addAll(ofPerson());
        var chosen = figures.stream()
                .filter(known -> known.name().equals(figure))
                .findFirst()
                .orElse(figures.getFirst());
        var query = filter.query(zone, clock)
                .with("figure", chosen.name())
                .with("limit", AT_ONCE)
                .with("cursor", cursor);
        Items<Behind> found = ONCALL.call(() -> client.incidents(viewer.bearer(), query.parameters()));
        var here = filter.on("/response/incidents", zone, clock);
        var tabs = figures.stream()
                .map(known ->
                        new Tab(known.label(), here.with("figure", known.name()).toString(), known == chosen, 0))
                .toList();
        return new incidents(
                chosen.lede(),
                tabs,
                found.items(),
                filter.ofPerson(),
                filter.on("/response", zone, clock).toString(),
                filter.on("/response/incidents.csv", zone, clock)
                        .with("figure", chosen.name())
                        .toString(),
                found.next() == null
                        ? null
                        : here.with("figure", chosen.name())
                                .with("cursor", found.next())
                                .toString());
    }

    @GET
    @Path("/{file}.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response file(
            @PathParam("file") String file,
            @BeanParam ResponseFilter filter,
            @QueryParam("dimension") String dimension,
            @QueryParam("figure") String figure) {
        if (!FILES.contains(file)) throw new NotFoundException();
        var viewer = viewers.get();
        var query =
                filter.query(viewer.zone(), clock).with("dimension", dimension).with("figure", figure);
        var csv = ONCALL.call(() -> client.csv(viewer.bearer(), file, query.parameters()));
        return Response.ok(csv)
                .header("Content-Disposition", "attachment; filename=\"response-%s.csv\"".formatted(file))
                .build();
    }
}
