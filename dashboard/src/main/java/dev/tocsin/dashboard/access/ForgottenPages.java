package dev.tocsin.dashboard.access;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.access.AccessClient.Setup;
import dev.tocsin.dashboard.access.LinksClient.Chosen;
import dev.tocsin.dashboard.access.LinksClient.Forgotten;
import dev.tocsin.dashboard.access.LinksClient.Holder;
import dev.tocsin.dashboard.access.LinksClient.Shown;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** A new password for who forgot the old one. Open to everyone; the answer never says whom we know. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ForgottenPages {
    /** @param asked the link is on its way, if there is anybody to send it to */
    @CheckedTemplate(basePath = "LoginPages")
    record forgotten(Form form, Setup ways, boolean asked) implements TemplateInstance {}

    @CheckedTemplate(basePath = "LoginPages")
    record newPassword(Holder holder, Form form, String token) implements TemplateInstance {}

    private final LinksClient links;
    private final Ways ways;

    ForgottenPages(@RestClient LinksClient links, Ways ways) {
        this.links = links;
        this.ways = ways;
    }

    @GET
    @Path("/forgotten")
    public TemplateInstance form() {
        return new forgotten(Form.blank(), ways.known(), false);
    }

    @POST
    @Path("/forgotten")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(MultivaluedMap<String, String> fields, @Context RoutingContext context) {
        var form = Form.posted(fields);
        try {
            var address = context.request().remoteAddress().hostAddress();
            ONCALL.run(() ->
                    links.forgotten(address, new Forgotten(form.text("email").strip())));
            return Pages.of(200, new forgotten(form, ways.known(), true));
        } catch (CallFailed failure) {
            return Pages.again(new forgotten(form.refusedBy(failure), ways.known(), false), failure);
        }
    }

    @GET
    @Path("/new-password/{token}")
    public Response look(@PathParam("token") String token) {
        try {
            return Pages.of(200, page(token, Form.blank()));
        } catch (CallFailed.Refused over) {
            return over(over);
        }
    }

    @POST
    @Path("/new-password/{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(@PathParam("token") String token, MultivaluedMap<String, String> fields) {
        var posted = Form.posted(fields);
        var form = PasswordRule.judged(Form.blank(), posted);
        try {
            if (form.refused()) return Pages.again(page(token, form));
            ONCALL.run(() -> links.choose(new Chosen(token, posted.text(PasswordRule.FIELD))));
            return Flash.good(say(AccessWords.class).yourNewPasswordIsSetAnd()).on("/login");
        } catch (CallFailed.Refused refused) {
            return refused.isNotFound() ? over(refused) : Pages.again(page(token, form.refusedBy(refused)), refused);
        }
    }

    private newPassword page(String token, Form form) {
        return new newPassword(ONCALL.call(() -> links.holder(new Shown(token))), form, token);
    }

    private static Response over(CallFailed.Refused refused) {
        return Pages.of(
                refused.status(),
                new InvitationPages.over(say(AccessWords.class).thisLinkIsOver(), refused.getMessage()));
    }
}
