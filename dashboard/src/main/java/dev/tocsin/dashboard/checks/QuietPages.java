package dev.tocsin.dashboard.checks;

import java.util.ArrayList;
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

import dev.tocsin.dashboard.checks.QuietClient.NewWindow;
import dev.tocsin.dashboard.checks.QuietClient.Window;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Lengths;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.Viewer;
import dev.tocsin.dashboard.web.Zones;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.MONITOR;

/** When checks send no alert: at once for so long, or planned, once or again and again. */
@Path("/checks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class QuietPages {
    static List<Option> repeats() {
        var words = say(CheckListWords.class);
        return List.of(
                new Option("", words.once()),
                new Option("FREQ=DAILY", words.everyDay()),
                new Option("FREQ=WEEKLY", words.everyWeekOnThatDay()),
                new Option("FREQ=MONTHLY", words.everyMonthOnThatDate()),
                new Option("own", words.byARuleOfMyOwn()));
    }

    @CheckedTemplate(basePath = "CheckPages")
    record maintenance(List<Window> windows, Viewer viewer) implements TemplateInstance {}

    /** @param scopes what it may be for: the check one came from, services, everything */
    @CheckedTemplate(basePath = "CheckPages")
    record quiet(Form form, List<Option> scopes, List<Option> repeats, List<String> zones)
            implements TemplateInstance {}

    private final QuietClient windows;
    private final ChecksClient checks;
    private final CheckDesk desk;
    private final CurrentViewer viewers;

    QuietPages(
            @RestClient QuietClient windows, @RestClient ChecksClient checks, CheckDesk desk, CurrentViewer viewers) {
        this.windows = windows;
        this.checks = checks;
        this.desk = desk;
        this.viewers = viewers;
    }

    @GET
    @Path("maintenance")
    public TemplateInstance list() {
        return new maintenance(MONITOR.call(() -> windows.all(bearer()).items()), viewers.get());
    }

    @GET
    @Path("maintenance/new")
    @RolesAllowed("responder")
    public TemplateInstance blank(@QueryParam("check") UUID check) {
        var form = Form.blank()
                .with("scope", check == null ? "everything" : "check:" + check)
                .with("zone", viewers.get().zone())
                .with("duration", "1h");
        return page(form);
    }

    @POST
    @Path("maintenance/new")
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> fields) {
        var form = checked(Form.posted(fields));
        if (form.refused()) return Pages.again(page(form));
        try {
            var made = MONITOR.call(() -> windows.create(bearer(), described(form)));
            return Flash.good(
                            made.isRunning()
                                    ? say(CheckListWords.class).maintenanceBeginsNowNoAlertLeaves()
                                    : say(CheckListWords.class).maintenanceIsPlanned())
                    .on("/checks/maintenance");
        } catch (CallFailed failure) {
            return Pages.again(page(form.refusedBy(failure)), failure);
        }
    }

    @POST
    @Path("maintenance/{id}/end")
    @RolesAllowed("responder")
    public Response end(UUID id) {
        MONITOR.call(() -> windows.end(bearer(), id));
        return Flash.good(say(CheckListWords.class).maintenanceHasEndedWhatIsStill())
                .on("/checks/maintenance");
    }

    @POST
    @Path("maintenance/{id}/delete")
    @RolesAllowed("responder")
    public Response delete(UUID id) {
        MONITOR.run(() -> windows.delete(bearer(), id));
        return Flash.good(say(CheckListWords.class).deletedWhatWasMaintenanceStaysMaintenance())
                .on("/checks/maintenance");
    }

    private static Form checked(Form form) {
        var words = say(CheckListWords.class);
        var checked = form;
        if (form.given("name").isEmpty()) checked = checked.refuse("name", words.sayWhatIsBeingDone());
        if (form.given("duration").flatMap(text -> Lengths.parse(text, "m")).isEmpty())
            checked = checked.refuse("duration", words.sayForHowLongSuchAs());
        if (form.given("starts").isPresent() && Zones.local(form.text("starts")).isEmpty())
            checked = checked.refuse("starts", words.aDateAndATimeOr());
        if (!form.text("scope").matches("everything|(check|service):[0-9a-f-]{36}"))
            checked = checked.refuse("scope", words.chooseWhatItIsFor());
        return checked;
    }

    private static NewWindow described(Form form) {
        var scope = form.text("scope");
        var repeat = form.text("repeat").equals("own") ? form.text("rrule") : form.text("repeat");
        return new NewWindow(
                form.text("name").strip(),
                scope.equals("everything"),
                named(scope, "check:"),
                named(scope, "service:"),
                List.of(),
                Zones.local(form.text("starts")).orElse(null),
                form.given("zone").orElse(null),
                form.given("duration").flatMap(text -> Lengths.parse(text, "m")).orElse(null),
                repeat.isBlank() ? null : repeat);
    }

    private static List<UUID> named(String scope, String kind) {
        return scope.startsWith(kind) ? List.of(UUID.fromString(scope.substring(kind.length()))) : List.of();
    }

    private quiet page(Form form) {
        var words = say(CheckListWords.class);
        var scopes = new ArrayList<Option>();
        var scope = form.text("scope");
        if (scope.matches("check:[0-9a-f-]{36}")) {
            var name = MONITOR.ask(() -> checks.check(bearer(), UUID.fromString(scope.substring(6))))
                    .map(ChecksClient.Check::name)
                    .or(words.thisCheck());
            scopes.add(new Option(scope, words.theCheck(name)));
        }
        scopes.add(new Option("everything", words.everyCheck2()));
        desk.services(bearer())
                .forEach(service ->
                        scopes.add(new Option("service:" + service.id(), words.theChecksOf(service.name()))));
        return new quiet(form, scopes, repeats(), Zones.all());
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
