package dev.tocsin.dashboard.oncall;

import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.chart.Strip;
import dev.tocsin.dashboard.oncall.SchedulesClient.NewOverride;
import dev.tocsin.dashboard.oncall.SchedulesClient.Override;
import dev.tocsin.dashboard.oncall.SchedulesClient.Schedule;
import dev.tocsin.dashboard.oncall.SchedulesClient.Shift;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.Clockface;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.Viewer;
import dev.tocsin.dashboard.web.Zones;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Service.ONCALL;

/** One schedule in its own zone: who is on call when, and who stands in for whom. */
@Path("/schedules")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class RotaPages {
    /**
     * One schedule over two weeks.
     *
     * @param clock times as the schedule's zone reads them
     * @param from where the two weeks begin; a shift that starts here began earlier
     * @param before first local day of the two weeks before, for the link back
     */
    @CheckedTemplate(basePath = "SchedulePages")
    record one(
            Schedule schedule,
            Strip strip,
            List<Shift> shifts,
            List<Shift> gaps,
            List<Override> overrides,
            List<Option> people,
            Form adding,
            Clockface clock,
            Instant from,
            LocalDate before,
            LocalDate after,
            boolean current,
            Viewer viewer)
            implements TemplateInstance {}

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
    public TemplateInstance one(UUID id, @QueryParam("from") String from) {
        return page(id, from, Form.blank());
    }

    @POST
    @Path("{id}/overrides")
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response addOverride(UUID id, MultivaluedMap<String, String> fields) {
        var zone = ONCALL.call(() -> schedules.schedule(bearer(), id)).zone();
        var form = checked(Form.posted(fields), zone);
        if (form.refused()) return Pages.again(page(id, null, form));
        var override = new NewOverride(
                form.id("personId").orElseThrow(), instant(form, "start", zone), instant(form, "end", zone));
        try {
            ONCALL.run(() -> schedules.addOverride(bearer(), id, override));
            return Flash.good("Override added.").on("/schedules/" + id);
        } catch (CallFailed failure) {
            return Pages.again(page(id, null, form.refusedBy(failure)), failure);
        }
    }

    @POST
    @Path("{id}/overrides/{overrideId}/remove")
    @RolesAllowed("responder")
    public Response removeOverride(UUID id, UUID overrideId) {
        ONCALL.run(() -> schedules.removeOverride(bearer(), id, overrideId));
        return Flash.good("Override removed. The rotation holds again.").on("/schedules/" + id);
    }

    private one page(UUID id, String from, Form adding) {
        var now = clock.instant();
        var schedule = ONCALL.call(() -> schedules.schedule(bearer(), id));
        var today = LocalDate.ofInstant(now, schedule.zone());
        var first = day(from, today);
        var window = Rota.window(schedule.zone(), first);
        var rota = window.with(ONCALL.call(() -> schedules.shifts(bearer(), id, window.from(), window.to())));
        var overrides = ONCALL.call(() -> schedules.overrides(bearer(), id)).items().stream()
                .filter(override -> override.end().isAfter(now))
                .toList();
        var people = viewers.get().mayAct() ? choices.people(bearer()) : List.<Option>of();
        return new one(
                schedule,
                rota.strip(schedule.name(), now),
                rota.shifts(),
                rota.gaps(now),
                overrides,
                people,
                adding,
                new Clockface(schedule.zone(), now),
                window.from(),
                first.minusDays(Rota.DAYS),
                first.plusDays(Rota.DAYS),
                first.equals(today),
                viewers.get());
    }

    private static Form checked(Form form, ZoneId zone) {
        var checked = form;
        if (form.id("personId").isEmpty()) checked = checked.refuse("personId", "Choose who stands in.");
        var start = Zones.instant(form.text("start"), zone);
        var end = Zones.instant(form.text("end"), zone);
        if (start.isEmpty()) checked = checked.refuse("start", "Say from when.");
        if (end.isEmpty()) checked = checked.refuse("end", "Say until when.");
        if (start.isPresent() && end.isPresent() && !start.get().isBefore(end.get()))
            checked = checked.refuse("end", "It must end after it begins.");
        return checked;
    }

    private static Instant instant(Form form, String field, ZoneId zone) {
        return Zones.instant(form.text(field), zone).orElseThrow();
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
