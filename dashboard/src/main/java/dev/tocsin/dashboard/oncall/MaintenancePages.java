package dev.tocsin.dashboard.oncall;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
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

import dev.tocsin.dashboard.oncall.MaintenanceClient.Kept;
import dev.tocsin.dashboard.oncall.MaintenanceClient.Nothing;
import dev.tocsin.dashboard.oncall.MaintenanceClient.Planned;
import dev.tocsin.dashboard.oncall.MaintenanceClient.Window;
import dev.tocsin.dashboard.oncall.ServicesClient.Service;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Lengths;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.TeamRights;
import dev.tocsin.dashboard.web.Viewer;
import dev.tocsin.dashboard.web.Zones;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** Maintenance of a service: planned, started, ended, and what it kept quiet. */
@Path("/services/{service}/maintenance")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class MaintenancePages {
    private static final int ON_A_PAGE = 50;

    @CheckedTemplate(basePath = "MaintenancePages")
    record list(Service service, List<Window> windows, Form starting, boolean manages, Viewer viewer)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "MaintenancePages")
    record one(Service service, Window window, Items<Kept> kept, String older, boolean manages)
            implements TemplateInstance {}

    /** The form; {@code id} is null for a new window, {@code current} is what somebody else saved meanwhile. */
    @CheckedTemplate(basePath = "MaintenancePages")
    record edit(Service service, UUID id, Form form, List<Option> repeats, List<String> zones, Window current)
            implements TemplateInstance {}

    private final MaintenanceClient maintenance;
    private final ServicesClient services;
    private final TeamRights rights;
    private final CurrentViewer viewers;
    private final Clock clock;

    MaintenancePages(
            @RestClient MaintenanceClient maintenance,
            @RestClient ServicesClient services,
            TeamRights rights,
            CurrentViewer viewers,
            Clock clock) {
        this.maintenance = maintenance;
        this.services = services;
        this.rights = rights;
        this.viewers = viewers;
        this.clock = clock;
    }

    @GET
    public TemplateInstance list(UUID service) {
        return page(service, Form.blank().with("length", "2h"));
    }

    @POST
    @Path("start")
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(UUID service, MultivaluedMap<String, String> fields) {
        var words = say(MaintenanceWords.class);
        var form = Form.posted(fields);
        if (form.given("title").isEmpty())
            return Pages.again(page(service, form.refuse("title", words.sayWhatIsBeingDone())));
        var length = Lengths.parse(form.text("length"), "h");
        if (length.isEmpty()) return Pages.again(page(service, form.refuse("length", words.sayHowLongSuchAs30())));
        try {
            var planned = new Planned(form.text("title").strip(), null, null, length.get(), null, null, null);
            ONCALL.call(() -> maintenance.plan(bearer(), service, planned));
            return Flash.good(words.maintenanceHasBegunNobodyIsPaged()).on("/services/" + service + "/maintenance");
        } catch (CallFailed failure) {
            return Pages.again(page(service, form.refusedBy(failure)), failure);
        }
    }

    @GET
    @Path("new")
    @RolesAllowed("responder")
    public TemplateInstance blank(UUID service) {
        var zone = viewers.get().zone();
        var start = LocalDateTime.ofInstant(clock.instant(), zone)
                .truncatedTo(ChronoUnit.HOURS)
                .plusHours(1);
        var form = Form.blank().with("zone", zone).with("start", start).with("end", start.plus(Duration.ofHours(2)));
        return form(service, null, form, null);
    }

    @POST
    @Path("new")
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response plan(UUID service, MultivaluedMap<String, String> fields) {
        var form = new MaintenanceForm(Form.posted(fields)).checked();
        if (form.form().refused()) return Pages.again(form(service, null, form.form(), null));
        try {
            var made = ONCALL.call(() -> maintenance.plan(bearer(), service, form.planned()));
            return Flash.good(say(MaintenanceWords.class).maintenancePlanned()).on(address(service, made.id()));
        } catch (CallFailed failure) {
            return Pages.again(form(service, null, form.form().refusedBy(failure), null), failure);
        }
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(UUID service, UUID id, @QueryParam("cursor") String cursor) {
        var owner = ONCALL.call(() -> services.service(bearer(), service));
        var window = ONCALL.call(() -> maintenance.window(bearer(), service, id));
        var kept = ONCALL.call(() -> maintenance.suppressed(bearer(), service, id, ON_A_PAGE, cursor));
        var older = kept.next() == null ? null : address(service, id) + "?cursor=" + kept.next();
        return new one(owner, window, kept, older, manages(owner));
    }

    @GET
    @Path("{id}/edit")
    @RolesAllowed("responder")
    public TemplateInstance edit(UUID service, UUID id) {
        var window = ONCALL.call(() -> maintenance.window(bearer(), service, id));
        return form(service, id, MaintenanceForm.of(window).form(), null);
    }

    @POST
    @Path("{id}/edit")
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(UUID service, UUID id, MultivaluedMap<String, String> fields) {
        var form = new MaintenanceForm(Form.posted(fields)).checked();
        if (form.form().refused()) return Pages.again(form(service, id, form.form(), null));
        try {
            ONCALL.call(() -> maintenance.change(bearer(), service, id, form.planned()));
            return Flash.good(say(MaintenanceWords.class).maintenanceSaved()).on(address(service, id));
        } catch (CallFailed failure) {
            var mine = form.form().refusedBy(failure);
            if (failure.status() != 409) return Pages.again(form(service, id, mine, null), failure);
            var theirs = ONCALL.call(() -> maintenance.window(bearer(), service, id));
            return Pages.again(form(service, id, mine.with("version", theirs.version()), theirs), failure);
        }
    }

    @POST
    @Path("{id}/end")
    @RolesAllowed("responder")
    public Response end(UUID service, UUID id) {
        try {
            ONCALL.call(() -> maintenance.end(bearer(), service, id, new Nothing()));
            return Flash.good(say(MaintenanceWords.class).maintenanceEndedWhatIsStillBroken())
                    .on(address(service, id));
        } catch (CallFailed.Refused refused) {
            return Flash.bad(say(MaintenanceWords.class).notEnded(refused.getMessage()))
                    .on(address(service, id));
        }
    }

    @POST
    @Path("{id}/delete")
    @RolesAllowed("responder")
    public Response delete(UUID service, UUID id) {
        try {
            ONCALL.run(() -> maintenance.delete(bearer(), service, id));
            return Flash.good(say(MaintenanceWords.class).maintenanceDeleted())
                    .on("/services/" + service + "/maintenance");
        } catch (CallFailed.Refused refused) {
            return Flash.bad(say(MaintenanceWords.class).notDeleted(refused.getMessage()))
                    .on(address(service, id));
        }
    }

    private list page(UUID id, Form starting) {
        var service = ONCALL.call(() -> services.service(bearer(), id));
        var windows =
                ONCALL.call(() -> maintenance.list(bearer(), id, Items.MOST)).items();
        return new list(service, windows, starting, manages(service), viewers.get());
    }

    private edit form(UUID service, UUID id, Form form, Window current) {
        var owner = ONCALL.call(() -> services.service(bearer(), service));
        return new edit(owner, id, form, MaintenanceForm.repeats(), Zones.all(), current);
    }

    private boolean manages(Service service) {
        return rights.manages(viewers.get(), service.team().id());
    }

    private static String address(UUID service, UUID id) {
        return "/services/%s/maintenance/%s".formatted(service, id);
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
