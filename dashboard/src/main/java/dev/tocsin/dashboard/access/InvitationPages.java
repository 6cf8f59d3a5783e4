package dev.tocsin.dashboard.access;

import java.net.URI;
import java.util.List;

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
import dev.tocsin.dashboard.access.LinksClient.Invited;
import dev.tocsin.dashboard.access.LinksClient.Shown;
import dev.tocsin.dashboard.access.LinksClient.Taken;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.Shell;
import dev.tocsin.dashboard.web.Zones;
import io.quarkus.logging.Log;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** Taking an invitation up. Open to everyone, because the link is what lets somebody in. */
@Path("/invitation/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class InvitationPages {
    @CheckedTemplate(basePath = "LoginPages")
    record invited(Invited invitation, Form form, String token, List<String> zones, Setup ways)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "LoginPages")
    record over(String title, String why) implements TemplateInstance {}

    private final LinksClient links;
    private final SessionCookie cookie;
    private final Ways ways;
    private final Shell shell;

    InvitationPages(@RestClient LinksClient links, SessionCookie cookie, Ways ways, Shell shell) {
        this.links = links;
        this.cookie = cookie;
        this.ways = ways;
        this.shell = shell;
    }

    @GET
    public Response look(@PathParam("token") String token) {
        try {
            var form = Form.blank().with("zone", shell.zone());
            return Pages.of(200, page(token, form));
        } catch (CallFailed.Refused over) {
            return over(over);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response accept(
            @PathParam("token") String token, MultivaluedMap<String, String> fields, @Context RoutingContext context) {
        var posted = Form.posted(fields);
        var kept = PasswordRule.judged(
                Form.blank().with("name", posted.text("name")).with("zone", posted.text("zone")), posted);
        try {
            if (kept.refused()) return Pages.again(page(token, kept));
            var taken = new Taken(
                    token, posted.text("name").strip(), posted.text("zone").strip(), posted.text(PasswordRule.FIELD));
            var address = context.request().remoteAddress().hostAddress();
            var session = ONCALL.call(() -> links.accept(address, taken));
            Log.infof("invitation taken up person=%s", session.person().id());
            return Response.seeOther(URI.create("/"))
                    .cookie(cookie.holding(session.session(), session.expiresAt()))
                    .build();
        } catch (CallFailed.Refused refused) {
            return refused.isNotFound() ? over(refused) : Pages.again(page(token, kept.refusedBy(refused)), refused);
        }
    }

    private invited page(String token, Form form) {
        var invitation = ONCALL.call(() -> links.look(new Shown(token)));
        return new invited(invitation, form, token, Zones.all(), ways.known());
    }

    private static Response over(CallFailed.Refused refused) {
        return Pages.of(
                refused.status(), new over(say(AccessWords.class).thisInvitationIsOver(), refused.getMessage()));
    }
}
