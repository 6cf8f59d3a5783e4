package dev.tocsin.dashboard.checks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import dev.tocsin.dashboard.chart.LineChart;
import dev.tocsin.dashboard.chart.Strip;
import dev.tocsin.dashboard.checks.CheckHistory.Range;
import dev.tocsin.dashboard.checks.CheckHistory.UptimeFigure;
import dev.tocsin.dashboard.checks.ChecksClient.Change;
import dev.tocsin.dashboard.checks.ChecksClient.Check;
import dev.tocsin.dashboard.checks.ChecksClient.Debt;
import dev.tocsin.dashboard.checks.ChecksClient.Phases;
import dev.tocsin.dashboard.checks.ChecksClient.Result;
import dev.tocsin.dashboard.checks.ChecksClient.Slip;
import dev.tocsin.dashboard.checks.KeysClient.Service;
import dev.tocsin.dashboard.checks.KindsClient.Call;
import dev.tocsin.dashboard.checks.KindsClient.Job;
import dev.tocsin.dashboard.checks.KindsClient.Kept;
import dev.tocsin.dashboard.web.Answer;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.Clockface;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Language;
import dev.tocsin.dashboard.web.Tab;
import dev.tocsin.dashboard.web.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.MONITOR;
import static dev.tocsin.dashboard.web.Service.ONCALL;
import static java.nio.charset.StandardCharsets.UTF_8;

/** One check: how it is, how it was, and what can be done with it. The list is {@link CheckListPages}. */
@Path("/checks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class CheckPages {
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final int RESULTS = 15;
    private static final int CALLS = 15;
    private static final int CHANGES = 200;
    private static final int SLIPS = 5;

    /**
     * One check.
     *
     * @param service the service it pages for, null when it pages nobody
     * @param own null for a website or a port
     * @param unconfirmed failures that the next probe did not confirm
     */
    @CheckedTemplate(basePath = "CheckPages")
    record one(
            Check check,
            Service service,
            Chosen range,
            Answer<Past> past,
            List<Tab> ranges,
            List<Answer<UptimeFigure>> uptime,
            Answer<Strip> states,
            List<Change> changes,
            List<Slip> unconfirmed,
            Answer<Debt> debt,
            Answer<List<Result>> results,
            Own own,
            Viewer viewer)
            implements TemplateInstance {}

    /** What is particular to a heartbeat, metrics or a plugin; of the last two there is no job. */
    record Own(Kept kept, Answer<Job> job, Answer<List<Call>> calls) {}

    /** The chosen span as addresses write it, and the span of the states, a day at least, as people read it. */
    record Chosen(String key, String states) {}

    /**
     * What it was like in the chosen span.
     *
     * @param latency null when nothing was measured
     * @param phases where the time went on average, null when nobody knows
     */
    record Past(LineChart latency, Phases phases, String probes) {}

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final ChecksClient checks;
    private final KindsClient kinds;
    private final HistoryClient histories;
    private final CheckDesk desk;
    private final CurrentViewer viewers;
    private final Clock clock;

    CheckPages(
            @RestClient ChecksClient checks,
            @RestClient KindsClient kinds,
            @RestClient HistoryClient histories,
            CheckDesk desk,
            CurrentViewer viewers,
            Clock clock) {
        this.checks = checks;
        this.kinds = kinds;
        this.histories = histories;
        this.desk = desk;
        this.viewers = viewers;
        this.clock = clock;
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(UUID id, @QueryParam("range") String chosen) {
        var words = say(CheckWords.class);
        var viewer = viewers.get();
        var bearer = viewer.bearer();
        var now = clock.instant();
        var range = Range.of(chosen);
        var check = MONITOR.call(() -> checks.check(bearer, id));
        var history = MONITOR.later(() -> histories.history(bearer, id, range.key));
        var results = MONITOR.later(() -> checks.results(bearer, id, null, RESULTS));
        var changes = MONITOR.later(() -> checks.changes(bearer, id, CHANGES));
        var unconfirmed = MONITOR.later(() -> checks.unconfirmed(bearer, id, SLIPS));
        var debt = MONITOR.later(() -> checks.debt(bearer, id));
        var services = ONCALL.later(() -> desk.services(bearer));
        var uptimes =
                Map.of(words.day(), 1, words.week(), 7, words.month(), 30, words.quarter(), 90).entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(span -> MONITOR.later(() -> CheckHistory.uptime(
                                span.getKey(),
                                checks.uptime(bearer, id, now.minus(Duration.ofDays(span.getValue())), now))))
                        .toList();
        var stripRange = range == Range.HOUR ? Range.DAY : range;
        var stripFrom = now.minus(stripRange.length);
        return new one(
                check,
                services.get().or(List.of()).stream()
                        .filter(service -> service.id().equals(check.serviceId()))
                        .findFirst()
                        .orElse(null),
                new Chosen(range.key, stripRange.words()),
                history.get()
                        .map(found -> new Past(
                                CheckHistory.latency(check.name(), found, viewer.zone())
                                        .orElse(null),
                                found.total().phases(),
                                Language.number(found.total().probes()))),
                Arrays.stream(Range.values())
                        .map(one -> new Tab(one.words(), "/checks/" + id + "?range=" + one.key, one == range, 0))
                        .toList(),
                uptimes.stream().map(later -> later.get()).collect(Collectors.toList()),
                changes.get().map(found -> CheckHistory.states(check, found, stripFrom, now, viewer.zone())),
                changes.get().or(List.of()).stream().limit(10).toList(),
                unconfirmed.get().or(List.of()),
                debt.get(),
                results.get(),
                own(bearer, check),
                viewer);
    }

    /** Null for a check of another kind. */
    private Own own(String bearer, Check check) {
        if (!KindForm.KINDS.contains(check.kind())) return null;
        var kept = MONITOR.call(() -> kinds.check(bearer, check.id()));
        if (kept.heartbeat() == null) return new Own(kept, null, null);
        var job = MONITOR.later(() -> kinds.job(bearer, check.id()));
        var calls = MONITOR.later(() -> kinds.calls(bearer, check.id(), CALLS));
        return new Own(kept, job.get(), calls.get());
    }

    @GET
    @Path("{id}/history.csv")
    @Produces(CSV)
    public Response historyCsv(UUID id, @QueryParam("range") String chosen) {
        var range = Range.of(chosen);
        var csv = MONITOR.call(() -> histories.historyCsv(viewers.get().bearer(), id, range.key));
        return file(csv, "check-history-" + range.key);
    }

    @GET
    @Path("{id}/results.csv")
    @Produces(CSV)
    public Response resultsCsv(UUID id) {
        var bearer = viewers.get().bearer();
        var end = clock.instant();
        var start = end.minus(Duration.ofDays(1));
        var first = results(bearer, id, start); // a refusal is answered before the file begins
        StreamingOutput day = out -> {
            out.write(first.getBytes(UTF_8));
            for (var at = start.plus(AN_HOUR); at.isBefore(end); at = at.plus(AN_HOUR)) {
                var hour = results(bearer, id, at);
                out.write(hour.substring(hour.indexOf('\n') + 1).getBytes(UTF_8));
            }
        };
        return file(day, "check-results");
    }

    /** The results of an hour with their heads: as much as is held in memory at once. */
    private String results(String bearer, UUID id, Instant from) {
        return MONITOR.call(() -> histories.resultsCsv(bearer, id, from, from.plus(AN_HOUR)));
    }

    @POST
    @Path("{id}/run")
    @RolesAllowed("responder")
    public Response run(UUID id) {
        var words = say(CheckWords.class);
        var result = MONITOR.call(() -> checks.run(viewers.get().bearer(), id));
        var took = Clockface.length(result.latency());
        var flash = switch (result.outcome()) {
            case "up" -> Flash.good(words.askedJustNowUpIn(took));
            case "down" -> Flash.bad(words.askedJustNowDown(reason(result)));
            default -> Flash.warn(words.askedJustNowNoVerdict(reason(result)));
        };
        return flash.on("/checks/" + id);
    }

    @POST
    @Path("{id}/pause")
    @RolesAllowed("responder")
    public Response pause(UUID id) {
        MONITOR.run(() -> checks.pause(viewers.get().bearer(), id));
        return Flash.warn(say(CheckWords.class).pausedNobodyIsToldOfTrouble()).on("/checks/" + id);
    }

    @POST
    @Path("{id}/resume")
    @RolesAllowed("responder")
    public Response resume(UUID id) {
        MONITOR.run(() -> checks.resume(viewers.get().bearer(), id));
        return Flash.good(say(CheckWords.class).watchingAgain()).on("/checks/" + id);
    }

    @POST
    @Path("{id}/delete")
    @RolesAllowed("responder")
    public Response delete(UUID id) {
        var words = say(CheckWords.class);
        try {
            var keyStays = desk.delete(viewers.get().bearer(), id);
            return Flash.good(keyStays ? words.checkDeletedItsKeyStaysOn() : words.checkDeleted())
                    .on("/checks");
        } catch (CallFailed.Refused refused) {
            return Flash.bad(words.notDeleted(refused.getMessage())).on("/checks/" + id);
        }
    }

    private static Response file(Object content, String name) {
        return Response.ok(content, CSV)
                .header("Content-Disposition", "attachment; filename=\"%s.csv\"".formatted(name))
                .build();
    }

    private static String reason(Result result) {
        return result.reason() == null ? "" : result.reason();
    }
}
