package dev.tocsin.dashboard.checks;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import dev.tocsin.dashboard.checks.ChecksClient.Check;
import dev.tocsin.dashboard.checks.ChecksClient.Result;
import dev.tocsin.dashboard.web.CallFailed;
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

import static dev.tocsin.dashboard.web.Service.MONITOR;

/** Making and changing a check, with a trial that shows the verdict before anything is saved. */
@Path("/checks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("responder")
@RunOnVirtualThread
public class CheckFormPages {
    /** More would be no choice; the API takes any. */
    private static final int PARENTS = 100;

    static final List<Option> KINDS = List.of(new Option("http", "HTTP"), new Option("tcp", "TCP"));
    static final List<Option> METHODS =
            List.of(new Option("GET", "GET"), new Option("HEAD", "HEAD"), new Option("POST", "POST"));

    /**
     * The form.
     *
     * @param id null for a new check
     * @param parents the checks it may stand behind
     * @param trial what a trial found, null before one
     * @param current what somebody else saved meanwhile, null when nobody did
     * @param more whether the settings most checks leave alone are shown
     */
    @CheckedTemplate(basePath = "CheckPages")
    record edit(
            UUID id,
            Form form,
            List<Option> kinds,
            List<Option> methods,
            List<Option> services,
            List<Option> parents,
            Result trial,
            Check current,
            boolean more)
            implements TemplateInstance {}

    private final ChecksClient checks;
    private final CheckDesk desk;
    private final CurrentViewer viewers;

    CheckFormPages(@RestClient ChecksClient checks, CheckDesk desk, CurrentViewer viewers) {
        this.checks = checks;
        this.desk = desk;
        this.viewers = viewers;
    }

    @GET
    @Path("new")
    public TemplateInstance blank(@QueryParam("service") String service, @Context UriInfo address) {
        return page(null, CheckForm.blank(service).filled(address.getQueryParameters()), null, null);
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> fields) {
        var form = new CheckForm(Form.posted(fields));
        if (isTrial(form)) return trial(null, form);
        var checked = form.checked();
        if (checked.form().refused()) return Pages.again(page(null, checked, null, null));
        try {
            var made = desk.create(bearer(), form);
            return Flash.good("Check created. It is probed within a second.").on("/checks/" + made.id());
        } catch (CallFailed failure) {
            return Pages.again(page(null, form.with(form.form().refusedBy(failure)), null, null), failure);
        }
    }

    @GET
    @Path("{id}/edit")
    public TemplateInstance edit(UUID id) {
        return page(id, CheckForm.of(MONITOR.call(() -> checks.check(bearer(), id))), null, null);
    }

    @POST
    @Path("{id}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(UUID id, MultivaluedMap<String, String> fields) {
        var form = new CheckForm(Form.posted(fields));
        if (isTrial(form)) return trial(id, form);
        var checked = form.checked();
        if (checked.form().refused()) return Pages.again(page(id, checked, null, null));
        try {
            desk.change(bearer(), id, form);
            return Flash.good("Check saved.").on("/checks/" + id);
        } catch (CallFailed failure) {
            var kept = form.with(form.form().refusedBy(failure));
            if (failure.status() != 409) return Pages.again(page(id, kept, null, null), failure);
            var theirs = MONITOR.call(() -> checks.check(bearer(), id));
            var mine = kept.with(kept.form().with("version", theirs.version()));
            return Pages.again(page(id, mine, null, theirs), failure);
        }
    }

    private Response trial(UUID id, CheckForm form) {
        var checked = form.checkedForTrial();
        if (checked.form().refused()) return Pages.again(page(id, checked, null, null));
        try {
            var result = MONITOR.call(() -> checks.tryOnce(bearer(), form.described(null)));
            return Pages.of(200, page(id, form, result, null));
        } catch (CallFailed failure) {
            return Pages.again(page(id, form.with(form.form().refusedBy(failure)), null, null), failure);
        }
    }

    private edit page(UUID id, CheckForm form, Result trial, Check current) {
        var services = desk.services(bearer()).stream()
                .map(service -> new Option(service.id().toString(), service.name()))
                .toList();
        var parents =
                MONITOR
                        .ask(() -> checks.list(bearer(), null, null, null, null, PARENTS, null)
                                .items())
                        .or(List.of())
                        .stream()
                        .filter(check -> !check.id().equals(id))
                        .map(check -> new Option(check.id().toString(), check.name()))
                        .toList();
        return new edit(id, form.form(), KINDS, METHODS, services, parents, trial, current, wantsMore(form.form()));
    }

    /** Settings that differ from the usual, or are refused, must not hide. */
    private static boolean wantsMore(Form form) {
        var wrong = form.errors().stream()
                .anyMatch(
                        error -> error.field()
                                .matches(
                                        "http\\.(method|headers|body|bodyContains).*|timeout|success.*|failureWindow|degradedAfter|parentIds|detectFlapping"));
        var unusual = form.given("http.bodyContains").isPresent()
                || form.given("failureWindow").isPresent()
                || form.given("degradedAfter").isPresent()
                || !form.all("parentIds").isEmpty()
                || !form.checked("detectFlapping")
                || form.given("http.body").isPresent()
                || form.given("http.headers").isPresent()
                || !form.given("http.method").equals(Optional.of("GET"));
        return wrong || unusual;
    }

    private static boolean isTrial(CheckForm form) {
        return form.form().text(RowCommand.FIELD).equals("try");
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
