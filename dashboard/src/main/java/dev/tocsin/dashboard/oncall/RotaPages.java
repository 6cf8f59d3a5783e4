package dev.tocsin.dashboard.oncall;

import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.chart.Strip;
import dev.tocsin.dashboard.oncall.SchedulesClient.Override;
import dev.tocsin.dashboard.oncall.SchedulesClient.Schedule;
import dev.tocsin.dashboard.oncall.SchedulesClient.Shift;
import dev.tocsin.dashboard.oncall.SchedulesClient.Temporary;
import dev.tocsin.dashboard.web.Address;
import dev.tocsin.dashboard.web.Clockface;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Tab;
import dev.tocsin.dashboard.web.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** One schedule in its own zone: who is on call when, and who stands in for whom. */
@Path("/schedules")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class RotaPages {
    private static List<Option> kinds() {
        var words = say(RotaWords.class);
        return List.of(
                new Option("replace", words.somebodyStandsIn()),
                new Option("add", words.somebodyIsOnCallToo()),
                new Option("remove", words.somebodyIsOff()));
    }
    /** Days a window may have: two weeks, a month, a quarter. */
    private static final List<Integer> LENGTHS = List.of(14, 31, 92);

    /** More shifts than this are counted, not listed. */
    private static final int MOST_LISTED = 60;

    /**
     * One schedule over a window.
     *
     * @param strip null when there are too many shifts to draw
     * @param more how many shifts of the window are not listed
     * @param clock times as the schedule's zone reads them
     */
    @CheckedTemplate(basePath = "SchedulePages")
    record one(
            Schedule schedule,
            Strip strip,
            List<Shift> shifts,
            int more,
            List<Shift> gaps,
            List<Override> overrides,
            List<Temporary> temporaries,
            Adding adding,
            Clockface clock,
            Shown shown,
            Viewer viewer)
            implements TemplateInstance {}

    /** The form for a new override and what it offers. */
    record Adding(Form form, List<Option> kinds, List<Option> people) {}

    /**
     * Which days are shown.
     *
     * @param from where they begin; a shift that starts here began earlier
     * @param until where they end; a shift that ends here goes on
     * @param before first local day of the window before, for the link back
     */
    record Shown(
            Instant from,
            Instant until,
            int days,
            LocalDate first,
            LocalDate before,
            LocalDate after,
            boolean current,
            List<Tab> lengths) {}

    private final SchedulesClient schedules;
    private final Choices choices;
    private final CurrentViewer viewers;
    private final Clock clock;

    RotaPages(@RestClient SchedulesClient schedules, Choices choices, CurrentViewer viewers, Clock clock) {
        this.schedules = schedules;
        this.choices = choices;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** The schedules stand on the overview. */
    @GET
    public Response all() {
        return Response.seeOther(URI.create("/on-call")).build();
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(
            UUID id, @QueryParam("from") String from, @QueryParam("days") String days, @BeanParam Removed removed) {
        return page(id, from, days, removed.form());
    }

    /** An override that was removed, to be added once more; times are local to the schedule. Nothing at all else. */
    record Removed(
            @QueryParam("kind") String kind,
            @QueryParam("personId") String personId,
            @QueryParam("replacesId") String replacesId,
            @QueryParam("start") String start,
            @QueryParam("end") String end) {
        Form form() {
            return Form.blank()
                    .with("kind", kind)
                    .with("personId", personId)
                    .with("replacesId", replacesId)
                    .with("start", start)
                    .with("end", end);
        }

        static Address address(UUID schedule, Override override, ZoneId zone) {
            return new Address("/schedules/" + schedule)
                    .with("kind", override.kind())
                    .with("personId", override.person().id())
                    .with(
                            "replacesId",
                            override.replaces() == null
                                    ? null
                                    : override.replaces().id())
                    .with("start", LocalDateTime.ofInstant(override.start(), zone))
                    .with("end", LocalDateTime.ofInstant(override.end(), zone));
        }
    }

    one page(UUID id, String from, String days, Form adding) {
        var now = clock.instant();
        var schedule = ONCALL.call(() -> schedules.schedule(bearer(), id));
        var today = LocalDate.ofInstant(now, schedule.zone());
        var first = day(from, today);
        var length = LENGTHS.stream()
                .filter(choice -> choice.toString().equals(days))
                .findFirst()
                .orElse(Rota.DAYS);
        var window = Rota.window(schedule.zone(), first, length);
        var rota = window.with(ONCALL.call(() -> schedules.shifts(bearer(), id, window.from(), window.to())));
        var people = viewers.get().mayAct() ? choices.people(bearer()) : List.<Option>of();
        return new one(
                schedule,
                rota.drawable() ? rota.strip(schedule.name(), now) : null,
                rota.shifts().stream().limit(MOST_LISTED).toList(),
                Math.max(0, rota.shifts().size() - MOST_LISTED),
                rota.gaps(now),
                ONCALL.call(() -> schedules.overrides(bearer(), id)).items(),
                ONCALL.call(() -> schedules.temporaries(bearer(), id)).items(),
                new Adding(adding, kinds(), people),
                new Clockface(schedule.zone(), now),
                shown(id, window, first, length, today),
                viewers.get());
    }

    private static Shown shown(UUID id, Rota window, LocalDate first, int days, LocalDate today) {
        var words = say(RotaWords.class);
        var lengths = LENGTHS.stream()
                .map(choice -> new Tab(
                        choice == Rota.DAYS ? words.twoWeeks() : choice == 31 ? words.aMonth() : words.threeMonths(),
                        "/schedules/%s?from=%s&days=%d".formatted(id, first, choice),
                        choice == days,
                        0))
                .toList();
        return new Shown(
                window.from(),
                window.to(),
                days,
                first,
                first.minusDays(days),
                first.plusDays(days),
                first.equals(today),
                lengths);
    }

    private static LocalDate day(String typed, LocalDate otherwise) {
        try {
            return typed == null ? otherwise : LocalDate.parse(typed);
        } catch (DateTimeException mangled) {
            return otherwise;
        }
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
