package dev.tocsin.dashboard.postmortems;

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

import dev.tocsin.dashboard.postmortems.PostmortemsClient.Decline;
import dev.tocsin.dashboard.postmortems.PostmortemsClient.Publish;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.POSTMORTEM;

/** The two ways a draft ends: published, after one more question, or declined with a reason. */
@Path("/postmortems")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("responder")
@RunOnVirtualThread
public class PublishingPages {
    @CheckedTemplate(basePath = "PostmortemPages")
    record publish(Report report, Form form, Viewer viewer) implements TemplateInstance {}

    /** The reason again, where it was not taken. */
    @CheckedTemplate(basePath = "PostmortemPages")
    record decline(Report report, Form form) implements TemplateInstance {}

    private final PostmortemsClient postmortems;
    private final CurrentViewer viewers;

    PublishingPages(@RestClient PostmortemsClient postmortems, CurrentViewer viewers) {
        this.postmortems = postmortems;
        this.viewers = viewers;
    }

    @GET
    @Path("{id}/publish")
    public TemplateInstance ask(UUID id) {
        var report = report(id);
        return new publish(report, Form.blank().with("version", report.version()), viewers.get());
    }

    @POST
    @Path("{id}/publish")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response publish(UUID id, MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        var request = new Publish(
                form.number("version").orElse(0),
                form.given("note").orElse(null),
                form.given("unreviewed").orElse(null));
        try {
            POSTMORTEM.run(() -> postmortems.publish(bearer(), id, request));
            return Flash.good(say(WritingWords.class).publishedEveryoneInTheCompanyCan())
                    .on("/postmortems/" + id);
        } catch (CallFailed.Refused refused) {
            var now = report(id);
            return Pages.again(
                    new publish(now, form.refusedBy(refused).with("version", now.version()), viewers.get()), refused);
        }
    }

    @POST
    @Path("{id}/decline")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decline(UUID id, MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        var reason = form.text("reason").strip();
        if (reason.isEmpty())
            return Pages.again(new decline(
                    report(id), form.refuse("reason", say(WritingWords.class).sayWhyThereWillBeNo())));
        try {
            POSTMORTEM.run(() -> postmortems.decline(bearer(), id, new Decline(reason)));
            return Flash.good(say(WritingWords.class).declinedWithYourReasonOnRecord())
                    .on("/postmortems?state=declined");
        } catch (CallFailed.Refused refused) {
            return Pages.again(new decline(report(id), form.refusedBy(refused)), refused);
        }
    }

    private Report report(UUID id) {
        return POSTMORTEM.call(() -> postmortems.report(bearer(), id));
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
