package dev.tocsin.dashboard.oncall;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.tocsin.dashboard.chart.Strip;
import dev.tocsin.dashboard.oncall.SchedulesClient.MyShift;
import dev.tocsin.dashboard.oncall.SchedulesClient.OnCall;
import dev.tocsin.dashboard.oncall.SchedulesClient.Shift;
import dev.tocsin.dashboard.web.Answer;
import dev.tocsin.dashboard.web.Clockface;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Service.Later;
import dev.tocsin.dashboard.web.Tab;
import dev.tocsin.dashboard.web.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** Who is on call now and next, everywhere, and when it is the reader's turn. */
@Path("/on-call")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class OnCallPages {
    /** More schedules than this get their now and next, but no strip: the page stays light. */
    private static final int STRIPS = 30;

    private static final Duration MINE = Duration.ofDays(56);
    private static final int MOST_MINE = 8;

    @CheckedTemplate(basePath = "OnCallPages")
    record overview(List<Row> rows, Answer<List<Turn>> mine, List<Tab> tabs, Viewer viewer)
            implements TemplateInstance {}

    /**
     * One schedule now.
     *
     * @param strip its next two weeks, null beyond the first thirty schedules
     * @param gap the first stretch with nobody on call, null when there is none in two weeks
     */
    record Row(OnCall at, Answer<Strip> strip, Shift gap, Clockface clock) {}

    /** A shift of the reader; running when it has begun. */
    record Turn(String schedule, String href, Instant start, Instant end, boolean running) {}

    private final SchedulesClient schedules;
    private final CurrentViewer viewers;
    private final Clock clock;

    OnCallPages(@RestClient SchedulesClient schedules, CurrentViewer viewers, Clock clock) {
        this.schedules = schedules;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** This room's doors. */
    static List<Tab> tabs(String current) {
        var words = say(OnCallWords.class);
        return List.of(
                new Tab(words.schedules(), "/on-call", current.equals("schedules"), 0),
                new Tab(words.escalationPolicies(), "/policies", current.equals("policies"), 0),
                new Tab(words.services(), "/services", current.equals("services"), 0),
                new Tab(words.webhooks(), "/webhooks", current.equals("webhooks"), 0),
                new Tab(words.coverage(), "/coverage", current.equals("coverage"), 0),
                new Tab(words.whatIf(), "/simulator", current.equals("simulator"), 0));
    }

    @GET
    public TemplateInstance overview() {
        var viewer = viewers.get();
        var now = clock.instant();
        var own = ONCALL.later(() -> schedules.mine(viewer.bearer(), now, now.plus(MINE)));
        var all = ONCALL.call(() -> schedules.onCall(viewer.bearer()));
        var asked = all.stream().limit(STRIPS).map(at -> ask(at, viewer, now)).toList();
        var rows = new ArrayList<Row>();
        for (var i = 0; i < all.size(); i++) {
            rows.add(row(all.get(i), i < asked.size() ? asked.get(i).get() : null, now));
        }
        var mine = own.get()
                .map(shifts -> shifts.stream()
                        .limit(MOST_MINE)
                        .map(shift -> turn(shift, now))
                        .toList());
        return new overview(rows, mine, tabs("schedules"), viewer);
    }

    private Later<Rota> ask(OnCall at, Viewer viewer, Instant now) {
        var window = Rota.window(at.zone(), LocalDate.ofInstant(now, at.zone()));
        var id = at.schedule().id();
        return ONCALL.later(() -> window.with(schedules.shifts(viewer.bearer(), id, window.from(), window.to())));
    }

    private static Row row(OnCall at, Answer<Rota> rota, Instant now) {
        var clock = new Clockface(at.zone(), now);
        if (rota == null) return new Row(at, null, null, clock);
        var gaps = rota.map(found -> found.gaps(now)).or(List.of());
        return new Row(
                at,
                rota.map(found -> found.drawable() ? found.strip(at.schedule().name(), now) : null),
                gaps.isEmpty() ? null : gaps.getFirst(),
                clock);
    }

    private static Turn turn(MyShift shift, Instant now) {
        return new Turn(
                shift.schedule().name(),
                "/schedules/" + shift.schedule().id(),
                shift.start(),
                shift.end(),
                !shift.start().isAfter(now));
    }
}
