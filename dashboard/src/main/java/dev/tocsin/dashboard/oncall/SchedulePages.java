package dev.tocsin.dashboard.oncall;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.chart.Strip;
import dev.tocsin.dashboard.oncall.SchedulesClient.NewLayer;
import dev.tocsin.dashboard.oncall.SchedulesClient.Schedule;
import dev.tocsin.dashboard.oncall.SchedulesClient.Shift;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.Clockface;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.RowCommand;
import dev.tocsin.dashboard.web.Zones;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Service.ONCALL;

/** Making and changing a schedule, with a look at its shifts before saving. One schedule's page is {@link RotaPages}. */
@Path("/schedules")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("responder")
@RunOnVirtualThread
public class SchedulePages {
    static final List<Option> ROTATES = List.of(new Option("weekly", "Weekly"), new Option("daily", "Daily"));

    /**
     * The form.
     *
     * @param id null for a new schedule
     * @param preview the shifts as they would be, null until asked for
     * @param current what somebody else saved meanwhile, null when nobody did
     */
    @CheckedTemplate(basePath = "SchedulePages")
    record edit(
            UUID id,
            Form form,
            int rows,
            List<Option> teams,
            List<Option> people,
            List<Option> rotates,
            List<String> zones,
            Strip preview,
            List<Shift> gaps,
            Clockface clock,
            Schedule current)
            implements TemplateInstance {}

    private final SchedulesClient schedules;
    private final Choices choices;
    private final CurrentViewer viewers;
    private final Clock clock;

    SchedulePages(@RestClient SchedulesClient schedules, Choices choices, CurrentViewer viewers, Clock clock) {
        this.schedules = schedules;
        this.choices = choices;
        this.viewers = viewers;
        this.clock = clock;
    }

    @GET
    @Path("new")
    public TemplateInstance blank() {
        return page(null, ScheduleForm.blank(viewers.get().zone(), clock.instant()), null, null);
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> fields) {
        var form = ScheduleForm.posted(Form.posted(fields));
        var command = RowCommand.in(form.form());
        if (command.isPresent()) return Pages.of(200, page(null, form.apply(command.get()), null, null));
        var checked = form.checked();
        if (checked.form().refused()) return Pages.again(page(null, checked, null, null));
        if (wantsPreview(form)) return Pages.of(200, page(null, form, imagined(form), null));
        try {
            var made = ONCALL.call(() -> schedules.create(bearer(), form.described(List.of())));
            return Flash.good("Schedule created.").on("/schedules/" + made.id());
        } catch (CallFailed failure) {
            return Pages.again(page(null, form.with(form.form().refusedBy(failure)), null, null), failure);
        }
    }

    @GET
    @Path("{id}/edit")
    public TemplateInstance edit(UUID id) {
        return page(id, ScheduleForm.of(ONCALL.call(() -> schedules.schedule(bearer(), id))), null, null);
    }

    @POST
    @Path("{id}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(UUID id, MultivaluedMap<String, String> fields) {
        var form = ScheduleForm.posted(Form.posted(fields));
        var command = RowCommand.in(form.form());
        if (command.isPresent()) return Pages.of(200, page(id, form.apply(command.get()), null, null));
        var checked = form.checked();
        if (checked.form().refused()) return Pages.again(page(id, checked, null, null));
        var saved = ONCALL.call(() -> schedules.schedule(bearer(), id));
        var described = form.described(upper(saved));
        try {
            if (wantsPreview(form)) {
                var window = window(form);
                var shifts = ONCALL.call(() -> schedules.preview(bearer(), id, window.from(), window.to(), described));
                return Pages.of(200, page(id, form, window.with(shifts), null));
            }
            ONCALL.run(() -> schedules.change(bearer(), id, described));
            return Flash.good("Schedule saved.").on("/schedules/" + id);
        } catch (CallFailed failure) {
            return refused(id, form, failure);
        }
    }

    @POST
    @Path("{id}/delete")
    @RolesAllowed("admin")
    public Response delete(UUID id) {
        try {
            ONCALL.run(() -> schedules.delete(bearer(), id));
            return Flash.good("Schedule deleted.").on("/on-call");
        } catch (CallFailed.Refused refused) {
            return Flash.bad("Not deleted: " + refused.getMessage()).on("/schedules/" + id);
        }
    }

    private Response refused(UUID id, ScheduleForm form, CallFailed failure) {
        var kept = form.with(form.form().refusedBy(failure));
        if (failure.status() != 409) return Pages.again(page(id, kept, null, null), failure);
        var theirs = ONCALL.call(() -> schedules.schedule(bearer(), id));
        var mine = kept.with(kept.form().with("version", theirs.version()));
        return Pages.again(page(id, mine, null, theirs), failure);
    }

    private edit page(UUID id, ScheduleForm form, Rota preview, Schedule current) {
        var now = clock.instant();
        return new edit(
                id,
                form.form(),
                form.rows(),
                choices.teams(bearer()),
                choices.people(bearer()),
                ROTATES,
                Zones.all(),
                preview == null ? null : preview.strip("As it would be", now),
                preview == null ? List.of() : preview.gaps(now),
                new Clockface(form.zone().orElse(viewers.get().zone()), now),
                current);
    }

    private Rota imagined(ScheduleForm form) {
        var names = choices.people(bearer()).stream()
                .collect(Collectors.toMap(option -> UUID.fromString(option.value()), Option::label));
        return window(form).of(form.layer(), names);
    }

    private Rota window(ScheduleForm form) {
        var zone = form.zone().orElseThrow();
        return Rota.window(zone, LocalDate.ofInstant(clock.instant(), zone));
    }

    private static boolean wantsPreview(ScheduleForm form) {
        return form.form().text(RowCommand.FIELD).equals("preview");
    }

    private static List<NewLayer> upper(Schedule schedule) {
        return schedule.layers().stream()
                .skip(1)
                .map(SchedulesClient.Layer::again)
                .toList();
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
