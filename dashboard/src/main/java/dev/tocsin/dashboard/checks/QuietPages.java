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

import static dev.tocsin.dashboard.web.Service.MONITOR;

/** When checks send no alert: at once for so long, or planned, once or again and again. */
@Path("/checks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class QuietPages {
    static final List<Option> REPEATS = List.of(
            new Option("", "Once"),
            new Option("FREQ=DAILY", "Every day"),
            new Option("FREQ=WEEKLY", "Every week, on that day"),
            new Option("FREQ=MONTHLY", "Every month, on that date"),
            new Option("own", "By a rule of my own"));

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
            return Flash.good(made.isRunning() ? "Maintenance begins now. No alert leaves." : "Maintenance is planned.")
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
        return Flash.good("Maintenance has ended. What is still down is told with the next probe.")
                .on("/checks/maintenance");
    }

    @POST
    @Path("maintenance/{id}/delete")
    @RolesAllowed("responder")
    public Response delete(UUID id) {
        MONITOR.run(() -> windows.delete(bearer(), id));
        return Flash.good("Deleted. What was maintenance stays maintenance in the figures.")
                .on("/checks/maintenance");
    }

    private static Form checked(Form form) {
        var checked = form;
        if (form.given("name").isEmpty()) checked = checked.refuse("name", "Say what is being done.");
        if (form.given("duration").flatMap(text -> Lengths.parse(text, "m")).isEmpty())
            checked = checked.refuse("duration", "Say for how long, such as 30m or 2h.");
        if (form.given("starts").isPresent() && Zones.local(form.text("starts")).isEmpty())
            checked = checked.refuse("starts", "A date and a time, or empty for now.");
        if (!form.text("scope").matches("everything|(check|service):[0-9a-f-]{36}"))
            checked = checked.refuse("scope", "Choose what it is for.");
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
        var scopes = new ArrayList<Option>();
        var scope = form.text("scope");
        if (scope.matches("check:[0-9a-f-]{36}")) {
            var name = MONITOR.ask(() -> checks.check(bearer(), UUID.fromString(scope.substring(6))))
                    .map(ChecksClient.Check::name)
                    .or("this check");
            scopes.add(new Option(scope, "The check " + name));
        }
        scopes.add(new Option("everything", "Every check"));
        desk.services(bearer())
                .forEach(service ->
                        scopes.add(new Option("service:" + service.id(), "The checks of " + service.name())));
        return new quiet(form, scopes, REPEATS, Zones.all());
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
