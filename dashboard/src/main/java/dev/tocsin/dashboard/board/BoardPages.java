package dev.tocsin.dashboard.board;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.tocsin.dashboard.board.BoardClients.Checks;
import dev.tocsin.dashboard.board.BoardClients.OnCall;
import dev.tocsin.dashboard.board.BoardClients.Postmortem;
import dev.tocsin.dashboard.board.BoardClients.Postmortems;
import dev.tocsin.dashboard.board.BoardClients.Rota;
import dev.tocsin.dashboard.board.BoardClients.Summary;
import dev.tocsin.dashboard.board.OverviewClient.Overview;
import dev.tocsin.dashboard.incidents.IncidentsClient;
import dev.tocsin.dashboard.live.Changes;
import dev.tocsin.dashboard.response.ResponseTrend;
import dev.tocsin.dashboard.tasks.Task;
import dev.tocsin.dashboard.tasks.TasksClient;
import dev.tocsin.dashboard.web.Answer;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.DashboardConfig;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Names;
import dev.tocsin.dashboard.web.Query;
import dev.tocsin.dashboard.web.Ref;
import dev.tocsin.dashboard.web.Service.Later;
import dev.tocsin.dashboard.web.Shared;
import dev.tocsin.dashboard.web.Viewer;
import dev.tocsin.dashboard.welcome.FirstSteps;
import dev.tocsin.dashboard.wellbeing.Report;
import dev.tocsin.dashboard.wellbeing.Wellbeing;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Service.MONITOR;
import static dev.tocsin.dashboard.web.Service.ONCALL;
import static dev.tocsin.dashboard.web.Service.POSTMORTEM;

/** The board, whole and in the two parts that are refreshed on an open page. */
@Path("/")
@RolesAllowed("viewer")
@RunOnVirtualThread
public class BoardPages {
    private static final int WORST = 8;
    private static final int BLOCKS = 24;
    private static final int SCHEDULES = 12;
    private static final int LATEST = 4;
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration NAMES_FRESH = Duration.ofSeconds(10);
    private static final Query MINE =
            Query.none().with("mine", true).with("state", "open").with("limit", LATEST);

    /** @param latest the newest change the page knows of; the stream starts after it */
    @CheckedTemplate(basePath = "BoardPages")
    record board(long latest, Answer<OpenIncidents> open, boolean mayAct, Side side) implements TemplateInstance {}

    @CheckedTemplate(basePath = "BoardPages")
    record incidents(Answer<OpenIncidents> open, boolean mayAct) implements TemplateInstance {}

    @CheckedTemplate(basePath = "BoardPages")
    record around(Side side) implements TemplateInstance {}

    /** Everything on the board that is not an incident. @param steps null when they are done or put away */
    record Side(
            Viewer viewer,
            Answer<List<OnCall>> onCall,
            Answer<Summary> summary,
            Answer<CheckMap> checks,
            Answer<ResponseTrend> trend,
            Answer<List<Postmortem>> postmortems,
            Answer<List<Postmortem>> toWrite,
            Answer<List<Task>> tasks,
            Report wellbeing,
            FirstSteps steps) {
        /** The schedules shown: the viewer's, and the first of the others. */
        public List<OnCall> shownOnCall() {
            return onCall.value().stream().limit(SCHEDULES).toList();
        }

        public int moreOnCall() {
            return Math.max(0, onCall.value().size() - SCHEDULES);
        }
    }

    private final IncidentsClient incidents;
    private final Rota rota;
    private final Checks checks;
    private final OverviewClient overviews;
    private final Names names;
    private final Wellbeing wellbeing;
    private final FirstSteps.Source firstSteps;
    private final Postmortems postmortems;
    private final TasksClient tasks;
    private final ResponseTrend.Source trends;
    private final Changes changes;
    private final CurrentViewer viewers;
    private final Shared<Overview> overview;
    private final Shared<Map<UUID, String>> teams;
    private final Shared<Summary> summary;

    BoardPages(
            @RestClient IncidentsClient incidents,
            @RestClient Rota rota,
            @RestClient Checks checks,
            @RestClient OverviewClient overviews,
            @RestClient Names names,
            Wellbeing wellbeing,
            FirstSteps.Source firstSteps,
            @RestClient Postmortems postmortems,
            @RestClient TasksClient tasks,
            ResponseTrend.Source trends,
            Changes changes,
            CurrentViewer viewers,
            DashboardConfig config) {
        this.incidents = incidents;
        this.rota = rota;
        this.checks = checks;
        this.overviews = overviews;
        this.names = names;
        this.wellbeing = wellbeing;
        this.firstSteps = firstSteps;
        this.postmortems = postmortems;
        this.tasks = tasks;
        this.trends = trends;
        this.changes = changes;
        this.viewers = viewers;
        this.overview = new Shared<>(config.sharing() ? FRESH : Duration.ZERO);
        this.teams = new Shared<>(config.sharing() ? NAMES_FRESH : Duration.ZERO);
        this.summary = new Shared<>(config.sharing() ? FRESH : Duration.ZERO);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance board() {
        var viewer = viewers.get();
        var latest = ONCALL.ask(() -> changes.latest(viewer.bearer())).or(0L);
        var open = open(viewer);
        var side = side(viewer);
        return new board(latest, open.get(), viewer.mayAct(), side);
    }

    /** The verdict and the rows, for an open page to merge. */
    @GET
    @Path("/board/incidents")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance incidents() {
        var viewer = viewers.get();
        return new incidents(open(viewer).get(), viewer.mayAct());
    }

    /** The cards around the incidents, for an open page to swap. */
    @GET
    @Path("/board/around")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance around() {
        return new around(side(viewers.get()));
    }

    private Later<OpenIncidents> open(Viewer viewer) {
        return ONCALL.later(() -> OpenIncidents.of(
                viewer.id(),
                incidents
                        .list(viewer.bearer(), IncidentsClient.OPEN.parameters())
                        .items()));
    }

    private Side side(Viewer viewer) {
        var bearer = viewer.bearer();
        var onCall = ONCALL.later(() -> mineFirst(viewer, rota.now(bearer)));
        var owed = MONITOR.later(() -> summary.get(() -> checks.summary(bearer)));
        var all = MONITOR.later(() -> overview.get(() -> overviews.overview(bearer, WORST, CheckMap.CELLS)));
        var named = ONCALL.later(() -> teams.get(() -> teamNames(bearer)));
        var trend = ONCALL.later(() -> trends.lastWeeks(viewer));
        var latest = POSTMORTEM.later(() -> postmortems.latest(bearer, LATEST));
        var toWrite = POSTMORTEM.later(() -> postmortems.of(bearer, viewer.id(), "draft", LATEST));
        var mine = POSTMORTEM.later(() -> tasks.list(bearer, MINE.parameters()));
        var progress = ONCALL.later(() -> firstSteps.of(viewer));
        var well = wellbeing.report(viewer);
        var teamNames = named.get().or(Map.of());
        var found = all.get();
        var checked = found.map(some -> some.total() > 0).or(true);
        var steps = progress.get().map(known -> known.checked(checked)).or(null);
        return new Side(
                viewer,
                onCall.get(),
                owed.get(),
                found.map(some -> CheckMap.of(some, CheckMap.By.TEAM, teamNames, BLOCKS)),
                trend.get(),
                latest.get().map(Items::items),
                toWrite.get().map(Items::items),
                mine.get().map(Items::items),
                well,
                steps != null && steps.wanted() ? steps : null);
    }

    private Map<UUID, String> teamNames(String bearer) {
        return names.teams(bearer, Names.MOST).items().stream().collect(Collectors.toMap(Ref::id, Ref::name));
    }

    private static List<OnCall> mineFirst(Viewer viewer, List<OnCall> schedules) {
        var sorted = new ArrayList<OnCall>();
        schedules.stream().filter(s -> isOn(viewer, s)).forEach(sorted::add);
        schedules.stream().filter(s -> !isOn(viewer, s)).forEach(sorted::add);
        return sorted;
    }

    private static boolean isOn(Viewer viewer, OnCall schedule) {
        return schedule.now() != null && viewer.is(schedule.now().personId());
    }
}
