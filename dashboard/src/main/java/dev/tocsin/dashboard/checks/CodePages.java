package dev.tocsin.dashboard.checks;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.checks.CodeClient.Code;
import dev.tocsin.dashboard.checks.CodeClient.Verdict;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.MONITOR;

/** Checks as code: what the file did, what is wrong with it, and trying one before it is put in place. */
@Path("/checks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class CodePages {
    /** @param verdict on the text that was tried, null before */
    @CheckedTemplate(basePath = "CheckPages")
    record code(Code code, Form form, Verdict verdict, Viewer viewer) implements TemplateInstance {}

    private final CodeClient client;
    private final CurrentViewer viewers;

    CodePages(@RestClient CodeClient client, CurrentViewer viewers) {
        this.client = client;
        this.viewers = viewers;
    }

    @GET
    @Path("code")
    public TemplateInstance code() {
        return new code(state(), Form.blank(), null, viewers.get());
    }

    @POST
    @Path("code")
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response judge(MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        var yaml = fields.getFirst("yaml");
        if (yaml == null || yaml.isBlank())
            return Pages.again(new code(
                    state(), form.refuse("yaml", say(CheckListWords.class).pasteAFileFirst()), null, viewers.get()));
        try {
            var verdict = MONITOR.call(() -> client.validate(viewers.get().bearer(), yaml));
            return Response.ok(new code(state(), form, verdict, viewers.get())).build();
        } catch (CallFailed failure) {
            return Pages.again(new code(state(), form.refusedBy(failure), null, viewers.get()), failure);
        }
    }

    @GET
    @Path("checks.yaml")
    @Produces("application/yaml")
    @RolesAllowed("responder")
    public Response export() {
        return Response.ok(
                        MONITOR.call(() -> client.export(viewers.get().bearer(), false)),
                        "application/yaml;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"checks.yaml\"")
                .build();
    }

    private Code state() {
        return MONITOR.call(() -> client.code(viewers.get().bearer()));
    }
}
