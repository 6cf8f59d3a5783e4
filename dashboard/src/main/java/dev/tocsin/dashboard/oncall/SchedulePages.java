package dev.tocsin.dashboard.oncall;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

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
import dev.tocsin.dashboard.oncall.SchedulesClient.Changes;
import dev.tocsin.dashboard.oncall.SchedulesClient.Schedule;
import dev.tocsin.dashboard.oncall.SchedulesClient.Shift;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.Clockface;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Language;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.RowCommand;
import dev.tocsin.dashboard.web.Zones;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** Making and changing a schedule, with a look at its shifts before saving. One schedule's page is {@link RotaPages}. */
@Path("/schedules")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("responder")
@RunOnVirtualThread
public class SchedulePages {
    static List<Option> rotates() {
        var words = say(RotaWords.class);
        return List.of(
                new Option("hourly", words.hourly()),
                new Option("daily", words.daily()),
                new Option("weekly", words.weekly()),
                new Option("monthly", words.monthly()));
    }

    static List<Option> days() {
        return Stream.of(DayOfWeek.values())
                .map(day -> new Option(day.name().toLowerCase(Locale.ROOT), Language.name(day)))
                .toList();
    }
    /** The text whose changes were shown: saving anything else shows its changes first. */
    private static final String SEEN = "seen";

    /**
     * The form.
     *
     * @param id null for a new schedule
     * @param preview the shifts as they would be, null until asked for
     * @param changes who gains and who loses, null until asked for and for a new schedule
     * @param current what somebody else saved meanwhile, null when nobody did
     */
    @CheckedTemplate(basePath = "SchedulePages")
    record edit(
            UUID id,
            Form form,
            List<ScheduleForm.Placed> layers,
            Lists lists,
            Strip preview,
            List<Shift> gaps,
            ChangeWords changes,
            Clockface clock,
            Schedule current)
            implements TemplateInstance {}

    /** What can be chosen. */
    record Lists(
            List<Option> teams, List<Option> people, List<Option> rotates, List<Option> days, List<String> zones) {}

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
        return page(null, ScheduleForm.blank(viewers.get().zone(), clock.instant()), Look.NONE, null);
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> fields) {
        var form = ScheduleForm.posted(Form.posted(fields));
        var changed = form.rowsChanged(clock.instant());
        if (changed.isPresent()) return Pages.of(200, page(null, changed.get(), Look.NONE, null));
        var checked = form.checked();
        if (checked.form().refused()) return Pages.again(page(null, checked, Look.NONE, null));
        try {
            if (wantsPreview(form)) {
                var window = window(form);
                var shifts =
                        ONCALL.call(() -> schedules.imagine(bearer(), window.from(), window.to(), form.described()));
                return Pages.of(200, page(null, form, new Look(window.with(shifts), null), null));
            }
            var made = ONCALL.call(() -> schedules.create(bearer(), form.described()));
            return Flash.good(say(RotaWords.class).scheduleCreated()).on("/schedules/" + made.id());
        } catch (CallFailed failure) {
            return Pages.again(page(null, form.with(form.form().refusedBy(failure)), Look.NONE, null), failure);
        }
    }

    @GET
    @Path("{id}/edit")
    public TemplateInstance edit(UUID id) {
        return page(id, ScheduleForm.of(ONCALL.call(() -> schedules.schedule(bearer(), id))), Look.NONE, null);
    }

    /** An edit that moves shifts is saved only after its page has shown whose. */
    @POST
    @Path("{id}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(UUID id, MultivaluedMap<String, String> fields) {
        var form = ScheduleForm.posted(Form.posted(fields));
        var rows = form.rowsChanged(clock.instant());
        if (rows.isPresent()) return Pages.of(200, page(id, rows.get(), Look.NONE, null));
        var checked = form.checked();
        if (checked.form().refused()) return Pages.again(page(id, checked, Look.NONE, null));
        var described = form.described();
        try {
            var seen = form.form().text(SEEN).equals(form.fingerprint());
            if (wantsPreview(form) || !seen) {
                var changes = ONCALL.call(() -> schedules.changes(bearer(), id, described));
                if (wantsPreview(form) || !changes.isEmpty()) return look(id, form, changes);
            }
            ONCALL.run(() -> schedules.change(bearer(), id, described));
            return Flash.good(say(RotaWords.class).scheduleSavedWhoWasOnCall()).on("/schedules/" + id);
        } catch (CallFailed failure) {
            return refused(id, form, failure);
        }
    }

    private Response look(UUID id, ScheduleForm form, Changes changes) {
        var window = window(form);
        var shifts = ONCALL.call(() -> schedules.preview(bearer(), id, window.from(), window.to(), form.described()));
        var words = ChangeWords.of(changes, new Clockface(window.zone(), clock.instant()));
        var seen = form.with(form.form().with(SEEN, form.fingerprint()));
        return Pages.of(200, page(id, seen, new Look(window.with(shifts), words), null));
    }

    @POST
    @Path("{id}/delete")
    @RolesAllowed("admin")
    public Response delete(UUID id) {
        try {
            ONCALL.run(() -> schedules.delete(bearer(), id));
            return Flash.good(say(RotaWords.class).scheduleDeleted()).on("/on-call");
        } catch (CallFailed.Refused refused) {
            return Flash.bad(say(RotaWords.class).notDeleted(refused.getMessage()))
                    .on("/schedules/" + id);
        }
    }

    private Response refused(UUID id, ScheduleForm form, CallFailed failure) {
        var kept = form.with(form.form().refusedBy(failure));
        if (failure.status() != 409) return Pages.again(page(id, kept, Look.NONE, null), failure);
        var theirs = ONCALL.call(() -> schedules.schedule(bearer(), id));
        var mine = kept.with(kept.form().with("version", theirs.version()));
        return Pages.again(page(id, mine, Look.NONE, theirs), failure);
    }

    /** What a preview found; nothing of it before one was asked for. */
    private record Look(Rota rota, ChangeWords changes) {
        private static final Look NONE = new Look(null, null);

        private Strip strip(Instant now) {
            return rota == null || !rota.drawable()
                    ? null
                    : rota.strip(say(RotaWords.class).asItWouldBe(), now);
        }

        private List<Shift> gaps(Instant now) {
            return rota == null ? List.of() : rota.gaps(now);
        }
    }

    private edit page(UUID id, ScheduleForm form, Look look, Schedule current) {
        var now = clock.instant();
        return new edit(
                id,
                form.form(),
                form.topFirst(),
                new Lists(choices.teams(bearer()), choices.people(bearer()), rotates(), days(), Zones.all()),
                look.strip(now),
                look.gaps(now),
                look.changes(),
                new Clockface(form.zone().orElse(viewers.get().zone()), now),
                current);
    }

    private Rota window(ScheduleForm form) {
        var zone = form.zone().orElseThrow();
        return Rota.window(zone, LocalDate.ofInstant(clock.instant(), zone));
    }

    private static boolean wantsPreview(ScheduleForm form) {
        return form.form().text(RowCommand.FIELD).equals("preview");
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
