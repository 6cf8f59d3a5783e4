package dev.tocsin.dashboard.postmortems;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;

import dev.tocsin.dashboard.postmortems.HistoryClient.Claim;
import dev.tocsin.dashboard.postmortems.HistoryClient.Lease;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Service.POSTMORTEM;

/** What an open editor asks for while somebody types: who else is writing, and how many words there are. */
@Path("/postmortems")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("responder")
@RunOnVirtualThread
public class DeskPages {
    /** @param version the one the asking editor has; a newer one means that somebody saved meanwhile */
    @CheckedTemplate(basePath = "PostmortemPages")
    record desk(UUID id, Lease lease, int version, Viewer viewer) implements TemplateInstance {}

    @CheckedTemplate(basePath = "PostmortemPages")
    record counted(Report.Words words) implements TemplateInstance {}

    private final PostmortemsClient postmortems;
    private final HistoryClient histories;
    private final CurrentViewer viewers;

    DeskPages(@RestClient PostmortemsClient postmortems, @RestClient HistoryClient histories, CurrentViewer viewers) {
        this.postmortems = postmortems;
        this.histories = histories;
        this.viewers = viewers;
    }

    /** Sent by script when an editor opens, every half minute while it stays open, and when it closes. */
    @POST
    @Path("{id}/lease")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance lease(UUID id, MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        return new desk(id, claimed(id, form), form.number("version").orElse(0), viewers.get());
    }

    /** The editor shows the count of the one counter there is. */
    @POST
    @Path("{id}/words")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance words(UUID id, MultivaluedMap<String, String> fields) {
        var form = EditorForm.posted(Form.posted(fields), viewers.get().zone());
        return new counted(POSTMORTEM.call(() -> postmortems.words(bearer(), form.content())));
    }

    private Lease claimed(UUID id, Form form) {
        try {
            var left = form.given("release");
            if (left.isPresent()) return POSTMORTEM.call(() -> histories.release(bearer(), id, left.get()));
            return POSTMORTEM.call(() -> histories.claim(bearer(), id, new Claim(form.checked("over"))));
        } catch (CallFailed courtesy) {
            return Lease.UNKNOWN; // it keeps nobody from writing
        }
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
