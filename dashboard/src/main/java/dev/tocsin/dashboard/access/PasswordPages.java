package dev.tocsin.dashboard.access;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.access.AccessClient.NewPassword;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** The own password. Also for those who may do nothing else until they have chosen one. */
@Path("/password")
@Authenticated
@RunOnVirtualThread
public class PasswordPages {
    @CheckedTemplate(basePath = "PasswordPages")
    record password(Form form, boolean forced) implements TemplateInstance {}

    private final AccessClient access;
    private final CurrentViewer viewers;

    PasswordPages(@RestClient AccessClient access, CurrentViewer viewers) {
        this.access = access;
        this.viewers = viewers;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance form() {
        return new password(Form.blank(), viewers.get().mustChangePassword());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(MultivaluedMap<String, String> fields) {
        var posted = Form.posted(fields);
        var viewer = viewers.get();
        var form = PasswordRule.judged(Form.blank(), posted, "new");
        if (form.refused()) return Pages.again(new password(form, viewer.mustChangePassword()));
        try {
            ONCALL.call(() -> {
                access.changePassword(viewer.bearer(), new NewPassword(posted.text("current"), posted.text("new")));
                return null;
            });
            return Flash.good(say(AccessWords.class).passwordChangedOtherSessionsWereSigned())
                    .on("/");
        } catch (CallFailed failure) {
            return Pages.again(new password(form.refusedBy(failure), viewer.mustChangePassword()), failure);
        }
    }
}
