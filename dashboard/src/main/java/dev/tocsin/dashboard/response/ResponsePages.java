package dev.tocsin.dashboard.response;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.tocsin.dashboard.response.ResponseClient.Breakdown;
import dev.tocsin.dashboard.response.ResponseClient.Bucket;
import dev.tocsin.dashboard.response.ResponseClient.How;
import dev.tocsin.dashboard.web.Answer;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Names;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** The page about MTA and MTR. */
@Path("/response")
@RolesAllowed("viewer")
@RunOnVirtualThread
public class ResponsePages {

    private static final int GROUPS = 25;

    /** The choices that narrow the figures. */
    public record Choices(
            List<Option> buckets,
            List<Option> teams,
            List<Option> services,
            List<Option> people,
            List<Option> severities) {}

    /** Addresses of the incidents that a number counts. */
    public record Behind(
            String all, String neverAcknowledged, String waiting, String open, String automatic, String byOthers) {}

    @CheckedTemplate(basePath = "ResponsePages")
    record response(
            Form form,
            Choices choices,
            boolean ofPerson,
            Bucket total,
            Breakdowns.Cell mtaCell,
            Breakdowns.Cell mtrCell,
            Breakdowns.Cell byPeople,
            Breakdowns.Cell automatic,
            Behind behind,
            Trend mta,
            Trend mtr,
            How how,
            List<Answer<Breakdowns>> breakdowns,
            String csv)
            implements TemplateInstance {}

    private final ResponseClient client;
    private final Names names;
    private final CurrentViewer viewers;
    private final Clock clock;

    ResponsePages(@RestClient ResponseClient client, @RestClient Names names, CurrentViewer viewers, Clock clock) {
        this.client = client;
        this.names = names;
        this.viewers = viewers;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@BeanParam ResponseFilter filter) {
        var words = say(ResponseWords.class);
        var viewer = viewers.get();
        var zone = viewer.zone();
        var teams = ONCALL.later(() -> names.teams(viewer.bearer(), Names.MOST));
        var services = ONCALL.later(() -> names.services(viewer.bearer(), Names.MOST));
        var people = ONCALL.later(() -> names.people(viewer.bearer(), Names.MOST));
        var byTeam = ONCALL.later(() -> groups(filter, viewer, "team"));
        var byService = ONCALL.later(() -> groups(filter, viewer, "service"));
        var byPerson = ONCALL.later(() -> groups(filter, viewer, "person"));
        var bySeverity = ONCALL.later(() -> groups(filter, viewer, "severity"));
        var figures = ONCALL.call(
                () -> client.figures(viewer.bearer(), filter.query(zone, clock).parameters()));
        var monthly = filter.monthly();
        var total = figures.total();
        var before = figures.previous();
        return new response(
                filter.form(zone, clock),
                new Choices(
                        List.of(new Option("week", words.week()), new Option("month", words.month())),
                        Names.options(teams.get()),
                        Names.options(services.get()),
                        Names.options(people.get()),
                        Option.severities()),
                filter.ofPerson(),
                total,
                Breakdowns.cell(total.mta(), before.mta(), behind(filter, viewer, "mta")),
                Breakdowns.cell(total.mtr(), before.mtr(), behind(filter, viewer, "mtr")),
                Breakdowns.cell(total.mtrByPeople(), before.mtrByPeople(), behind(filter, viewer, "mtr")),
                Breakdowns.cell(total.mtrAutomatic(), before.mtrAutomatic(), behind(filter, viewer, "auto-resolved")),
                new Behind(
                        behind(filter, viewer, "all"),
                        behind(filter, viewer, "never-acknowledged"),
                        behind(filter, viewer, "waiting"),
                        behind(filter, viewer, "open"),
                        behind(filter, viewer, "auto-resolved"),
                        behind(filter, viewer, "by-others")),
                Trend.of("MTA", figures.buckets(), total, Bucket::mta, zone, monthly, drill(filter, viewer)),
                Trend.of("MTR", figures.buckets(), total, Bucket::mtr, zone, monthly, drill(filter, viewer)),
                figures.how(),
                List.of(
                        byTeam.get().map(found -> table(words.byTeam(), "team", found, filter, viewer)),
                        byService.get().map(found -> table(words.byService(), "service", found, filter, viewer)),
                        byPerson.get().map(found -> table(words.byPerson(), "person", found, filter, viewer)),
                        bySeverity.get().map(found -> table(words.bySeverity(), "severity", found, filter, viewer))),
                filter.on("/response/spans.csv", zone, clock).toString());
    }

    private Breakdown groups(ResponseFilter filter, Viewer viewer, String dimension) {
        var query =
                filter.query(viewer.zone(), clock).with("dimension", dimension).with("limit", GROUPS);
        return client.breakdown(viewer.bearer(), query.parameters());
    }

    private Breakdowns table(String title, String dimension, Breakdown found, ResponseFilter filter, Viewer viewer) {
        var zone = viewer.zone();
        return Breakdowns.of(
                title,
                dimension,
                found,
                (name, key) ->
                        filter.narrowed("/response", zone, clock, name, key).toString(),
                (group, figure) -> filter.narrowed("/response/incidents", zone, clock, dimension, group.key())
                        .with("figure", figure)
                        .toString(),
                filter.on("/response/breakdown.csv", zone, clock)
                        .with("dimension", dimension)
                        .toString());
    }

    private String behind(ResponseFilter filter, Viewer viewer, String figure) {
        return filter.on("/response/incidents", viewer.zone(), clock)
                .with("figure", figure)
                .toString();
    }

    /** A bar leads to the incidents it is made of. */
    private Function<Bucket, String> drill(ResponseFilter filter, Viewer viewer) {
        return bucket -> filter.between(
                        LocalDate.ofInstant(bucket.start(), viewer.zone()),
                        LocalDate.ofInstant(bucket.end().minusMillis(1), viewer.zone()))
                .on("/response/incidents", viewer.zone(), clock)
                .toString();
    }
}
