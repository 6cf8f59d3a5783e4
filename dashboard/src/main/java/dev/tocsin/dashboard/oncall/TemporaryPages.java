package dev.tocsin.dashboard.oncall;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.oncall.SchedulesClient.NewFixed;
import dev.tocsin.dashboard.oncall.SchedulesClient.NewTemporary;
import dev.tocsin.dashboard.oncall.SchedulesClient.Schedule;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.Clockface;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.RowCommand;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** Temporary schedules: a window in which only fixed shifts count. */
@Path("/schedules")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("responder")
@RunOnVirtualThread
public class TemporaryPages {
    private static final String ROW = "shifts[%d].";

    /** @param rows how many shifts the form has */
    @CheckedTemplate(basePath = "SchedulePages")
    record temporary(Schedule schedule, Form form, int rows, List<Option> people, Clockface clock)
            implements TemplateInstance {}

    /** One shift as typed. */
    private record Row(String person, String start, String end) {
        private static final Row BLANK = new Row("", "", "");
    }

    private final SchedulesClient schedules;
    private final Choices choices;
    private final CurrentViewer viewers;
    private final Clock clock;

    TemporaryPages(@RestClient SchedulesClient schedules, Choices choices, CurrentViewer viewers, Clock clock) {
        this.schedules = schedules;
        this.choices = choices;
        this.viewers = viewers;
        this.clock = clock;
    }

    @GET
    @Path("{id}/temporaries/new")
    public TemplateInstance blank(UUID id) {
        var schedule = schedule(id);
        var tomorrow = LocalDate.ofInstant(clock.instant(), schedule.zone()).plusDays(1);
        var form = Form.blank()
                .with("start", tomorrow.atTime(9, 0))
                .with("end", tomorrow.plusDays(1).atTime(9, 0));
        var row = new Row(
                "",
                tomorrow.atTime(9, 0).toString(),
                tomorrow.plusDays(1).atTime(9, 0).toString());
        return page(schedule, filled(form, List.of(row)), 1);
    }

    @POST
    @Path("{id}/temporaries/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(UUID id, MultivaluedMap<String, String> fields) {
        var schedule = schedule(id);
        var form = Form.posted(fields);
        var rows = rows(form);
        var command = RowCommand.in(form);
        if (command.isPresent()) {
            var after = command.get().applyTo(rows, rows.isEmpty() ? Row.BLANK : next(rows.getLast()));
            return Pages.of(200, page(schedule, filled(form, after), after.size()));
        }
        var checked = checked(form, rows.size(), schedule.zone());
        if (checked.refused()) return Pages.again(page(schedule, checked, rows.size()));
        try {
            ONCALL.run(() -> schedules.addTemporary(bearer(), id, described(form, rows.size(), schedule.zone())));
            return Flash.good(say(RotaWords.class).temporaryScheduleAddedInItsWindow())
                    .on("/schedules/" + id);
        } catch (CallFailed failure) {
            return Pages.again(page(schedule, form.refusedBy(failure), rows.size()), failure);
        }
    }

    @POST
    @Path("{id}/temporaries/{temporaryId}/remove")
    public Response remove(UUID id, UUID temporaryId) {
        try {
            ONCALL.run(() -> schedules.removeTemporary(bearer(), id, temporaryId));
            return Flash.good(say(RotaWords.class).temporaryScheduleTakenBackTheLayers())
                    .on("/schedules/" + id);
        } catch (CallFailed.Refused refused) {
            return Flash.bad(say(RotaWords.class).notTakenBack(refused.getMessage()))
                    .on("/schedules/" + id);
        }
    }

    private static Form checked(Form form, int rows, ZoneId zone) {
        var words = say(RotaWords.class);
        var checked = WindowFields.checked(form, "", zone);
        if (form.given("name").isEmpty()) checked = checked.refuse("name", words.sayWhatItIsForSuch());
        if (rows == 0) checked = checked.refuse("name", words.addAtLeastOneShift());
        for (var i = 0; i < rows; i++) {
            var row = ROW.formatted(i);
            checked = WindowFields.checked(checked, row, zone);
            if (form.id(row + "personId").isEmpty()) checked = checked.refuse(row + "personId", words.chooseAPerson());
        }
        return checked;
    }

    private static NewTemporary described(Form form, int rows, ZoneId zone) {
        var window = WindowFields.read(form, "", zone);
        var shifts = new ArrayList<NewFixed>();
        for (var i = 0; i < rows; i++) {
            var row = ROW.formatted(i);
            var shift = WindowFields.read(form, row, zone);
            shifts.add(new NewFixed(form.id(row + "personId").orElseThrow(), shift.start(), shift.end()));
        }
        return new NewTemporary(form.text("name").strip(), window.start(), window.end(), shifts);
    }

    private static List<Row> rows(Form form) {
        var rows = new ArrayList<Row>();
        for (var row = ROW.formatted(0); !form.all(row + "start").isEmpty(); row = ROW.formatted(rows.size()))
            rows.add(new Row(form.text(row + "personId"), form.text(row + "start"), form.text(row + "end")));
        return rows;
    }

    /** The next shift begins where the last one ends. */
    private static Row next(Row last) {
        return new Row("", last.end(), "");
    }

    private static Form filled(Form form, List<Row> rows) {
        var filled = form;
        for (var i = 0; i < rows.size(); i++) {
            var row = ROW.formatted(i);
            filled = filled.with(row + "personId", rows.get(i).person())
                    .with(row + "start", rows.get(i).start())
                    .with(row + "end", rows.get(i).end());
        }
        return filled;
    }

    private temporary page(Schedule schedule, Form form, int rows) {
        return new temporary(
                schedule, form, rows, choices.people(bearer()), new Clockface(schedule.zone(), clock.instant()));
    }

    private Schedule schedule(UUID id) {
        return ONCALL.call(() -> schedules.schedule(bearer(), id));
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
