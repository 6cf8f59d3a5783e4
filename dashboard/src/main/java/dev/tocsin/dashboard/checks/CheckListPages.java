package dev.tocsin.dashboard.checks;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.tocsin.dashboard.chart.Sparkline;
import dev.tocsin.dashboard.checks.ChecksClient.Check;
import dev.tocsin.dashboard.checks.ChecksClient.Summary;
import dev.tocsin.dashboard.checks.CodeClient.Code;
import dev.tocsin.dashboard.checks.HistoryClient.Glance;
import dev.tocsin.dashboard.checks.KeysClient.Service;
import dev.tocsin.dashboard.web.Address;
import dev.tocsin.dashboard.web.Clockface;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Tab;
import dev.tocsin.dashboard.web.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.MONITOR;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** All checks, narrowed by state, team, service and name; the filters stand in the address. */
@Path("/checks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class CheckListPages {
    private static final int PAGE = 50;
    private static final List<String> STATES = List.of("down", "unreachable", "unknown", "degraded", "up", "paused");

    @CheckedTemplate(basePath = "CheckPages")
    record list(
            List<Row> rows,
            List<Tab> states,
            Summary summary,
            Code code,
            String state,
            Form filter,
            List<Option> services,
            List<Option> teams,
            boolean filtered,
            String next,
            String first,
            Viewer viewer)
            implements TemplateInstance {}

    /** A check with the name of its service and its last day; both may be null. */
    record Row(Check check, String service, LastDay day) {}

    /** A check's last 24 hours. @param latency null when nothing was measured */
    record LastDay(CheckHistory.UptimeFigure uptime, Sparkline latency) {}

    private final ChecksClient checks;
    private final HistoryClient histories;
    private final CodeClient codes;
    private final CheckDesk desk;
    private final CurrentViewer viewers;

    CheckListPages(
            @RestClient ChecksClient checks,
            @RestClient HistoryClient histories,
            @RestClient CodeClient codes,
            CheckDesk desk,
            CurrentViewer viewers) {
        this.checks = checks;
        this.histories = histories;
        this.codes = codes;
        this.desk = desk;
        this.viewers = viewers;
    }

    @GET
    public TemplateInstance list(
            @QueryParam("state") String asked,
            @QueryParam("team") String team,
            @QueryParam("service") String service,
            @QueryParam("q") String q,
            @QueryParam("cursor") String cursor) {
        var state = asked != null && STATES.contains(asked) ? asked : null;
        var filter = Form.blank().with("team", team).with("service", service).with("q", q);
        var bearer = viewers.get().bearer();
        var all = ONCALL.later(() -> desk.services(bearer));
        var summary = MONITOR.later(() -> checks.summary(bearer));
        var code = MONITOR.later(() -> codes.code(bearer));
        Items<Check> found = MONITOR.call(() -> checks.list(
                bearer,
                state,
                filter.id("team").orElse(null),
                filter.id("service").orElse(null),
                filter.given("q").orElse(null),
                PAGE,
                cursor));
        var days = days(bearer, found.items());
        var counts = summary.get().or(Summary.NONE);
        var services = all.get().or(List.of());
        var names = services.stream().collect(Collectors.toMap(Service::id, Service::name));
        var narrowed = new Address("/checks")
                .with("team", team)
                .with("service", service)
                .with("q", q);
        var here = narrowed.with("state", state);
        return new list(
                found.items().stream().map(check -> row(check, names, days)).toList(),
                tabs(narrowed, state, narrowed.path().equals("/checks") ? counts : Summary.NONE),
                counts,
                code.get().or(Code.NONE),
                state == null ? "" : state,
                filter,
                services.stream()
                        .map(one -> new Option(one.id().toString(), one.name()))
                        .toList(),
                teams(services),
                !here.path().equals("/checks"),
                found.next() == null ? null : here.with("cursor", found.next()).path(),
                cursor == null ? null : here.path(),
                viewers.get());
    }

    private static Row row(Check check, Map<UUID, String> names, Map<UUID, LastDay> days) {
        return new Row(check, check.serviceId() == null ? null : names.get(check.serviceId()), days.get(check.id()));
    }

    /** One question for the whole page; without an answer the rows go without. */
    private Map<UUID, LastDay> days(String bearer, List<Check> shown) {
        if (shown.isEmpty()) return Map.of();
        var ids = shown.stream().map(Check::id).toList();
        return MONITOR.ask(() -> histories.glances(bearer, ids)).or(List.of()).stream()
                .collect(Collectors.toMap(Glance::id, CheckListPages::lastDay));
    }

    private static LastDay lastDay(Glance glance) {
        var largest = glance.p95().stream().filter(Objects::nonNull).max(Comparator.naturalOrder());
        return new LastDay(
                CheckHistory.uptime(say(CheckListWords.class).n24Hours(), glance.uptime()),
                largest.map(most -> Sparkline.of(
                                say(CheckListWords.class)
                                        .p95LatencyByTheHour(Clockface.length(Duration.ofNanos((long) (most * 1e6)))),
                                glance.p95()))
                        .orElse(null));
    }

    private static List<Option> teams(List<Service> services) {
        return services.stream()
                .map(Service::team)
                .distinct()
                .sorted(Comparator.comparing(KeysClient.Team::name))
                .map(team -> new Option(team.id().toString(), team.name()))
                .toList();
    }

    private static List<Tab> tabs(Address narrowed, String state, Summary summary) {
        var words = say(CheckListWords.class);
        return List.of(
                new Tab(words.all(), narrowed.path(), state == null, 0),
                tab(narrowed, "down", words.down(), state, summary.down()),
                tab(narrowed, "unreachable", words.unreachable(), state, summary.unreachable()),
                tab(narrowed, "unknown", words.unknown(), state, summary.unknown()),
                tab(narrowed, "degraded", words.degraded(), state, summary.degraded()),
                tab(narrowed, "up", words.up(), state, summary.up()),
                tab(narrowed, "paused", words.paused(), state, summary.paused()));
    }

    private static Tab tab(Address narrowed, String key, String label, String state, int count) {
        return new Tab(label, narrowed.with("state", key).path(), key.equals(state), count);
    }
}
