package dev.tocsin.dashboard.response;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
import dev.tocsin.dashboard.web.Language;
import dev.tocsin.dashboard.web.Names;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Ref;
import dev.tocsin.dashboard.web.Tab;
import dev.tocsin.dashboard.web.TimeWords;
import dev.tocsin.dashboard.web.Viewer;
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
            String lede,
            String of,
            List<Tab> tabs,
            List<Behind> found,
            boolean ofPerson,
            String back,
            String csv,
            String next)
            implements TemplateInstance {}

    private final ResponseClient client;
    private final Names names;
    private final CurrentViewer viewers;
    private final Clock clock;

    BehindPages(@RestClient ResponseClient client, @RestClient Names names, CurrentViewer viewers, Clock clock) {
        this.client = client;
        this.names = names;
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
                of(filter, viewer),
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

    /** The days and whatever else the incidents are narrowed by. */
    private String of(ResponseFilter filter, Viewer viewer) {
        var day = Language.dates(TimeWords::dayInFull);
        var days = say(ResponseWords.class)
                .daysFromTo(
                        day.format(filter.firstDay(viewer.zone(), clock)),
                        day.format(filter.lastDay(viewer.zone(), clock)));
        var narrowing = Stream.of(
                        called(filter.team(), () -> names(viewer, names::teams)),
                        called(filter.service(), () -> names(viewer, names::services)),
                        called(filter.person(), () -> names(viewer, names::people)),
                        called(filter.severity(), Option::severities))
                .flatMap(Optional::stream);
        return Stream.concat(Stream.of(days), narrowing).collect(Collectors.joining(" · "));
    }

    private static List<Option> names(Viewer viewer, BiFunction<String, Integer, Items<Ref>> all) {
        return Names.options(ONCALL.ask(() -> all.apply(viewer.bearer(), Names.MOST)));
    }

    private static Optional<String> called(String value, Supplier<List<Option>> choices) {
        if (value == null || value.isBlank()) return Optional.empty();
        return choices.get().stream()
                .filter(choice -> choice.value().equals(value))
                .map(Option::label)
                .findFirst();
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
