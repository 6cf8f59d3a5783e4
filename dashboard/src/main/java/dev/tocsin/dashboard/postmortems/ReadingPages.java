package dev.tocsin.dashboard.postmortems;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.postmortems.PostmortemsClient.Published;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.POSTMORTEM;

/** The published page: what everyone in the company reads. */
@Path("/postmortems")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class ReadingPages {
    @CheckedTemplate(basePath = "PostmortemPages")
    record published(
            Report report, Published version, String address, boolean newest, ReviewPages.Panel panel, Viewer viewer)
            implements TemplateInstance {}

    /** The same page before it is out: as it would be, under what its reviewers need. */
    static TemplateInstance page(Report report, Published version, ReviewPages.Panel panel, Viewer viewer) {
        return new published(report, version, "", true, panel, viewer);
    }

    /** What those see who may not write while a report is not out yet. */
    @CheckedTemplate(basePath = "PostmortemPages")
    record unpublished(Report report, Viewer viewer) implements TemplateInstance {}

    private final PostmortemsClient postmortems;
    private final CurrentViewer viewers;
    private final String publicUrl;

    ReadingPages(
            @RestClient PostmortemsClient postmortems,
            CurrentViewer viewers,
            @ConfigProperty(name = "tocsin.public-url") String publicUrl) {
        this.postmortems = postmortems;
        this.viewers = viewers;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @GET
    @Path("{id}")
    public Response read(UUID id, @QueryParam("v") Integer number) {
        var viewer = viewers.get();
        var report = POSTMORTEM.call(() -> postmortems.report(viewer.bearer(), id));
        if (report.publishedVersions().isEmpty()) return unread(report, viewer);
        var version = POSTMORTEM.call(() -> number == null
                ? postmortems.published(viewer.bearer(), id)
                : postmortems.version(viewer.bearer(), id, number));
        var newest = version.number() == report.publishedVersions().size();
        return Pages.of(200, new published(report, version, publicUrl + "/postmortems/" + id, newest, null, viewer));
    }

    /** The same text on A4, to print, to send or to keep. */
    @GET
    @Path("{id}/pdf")
    @Produces("application/pdf")
    public Response pdf(UUID id, @QueryParam("v") Integer number) {
        var bearer = viewers.get().bearer();
        var version = POSTMORTEM.call(
                () -> number == null ? postmortems.published(bearer, id) : postmortems.version(bearer, id, number));
        var report = POSTMORTEM.call(() -> postmortems.report(bearer, id));
        var pages = POSTMORTEM.call(() -> postmortems.pdf(bearer, id, version.number()));
        var name = "postmortem-%d-v%d.pdf".formatted(report.incidentNumber(), version.number());
        return Response.ok(pages)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\"")
                .build();
    }

    @POST
    @Path("{id}/reopen")
    @RolesAllowed("responder")
    public Response reopen(UUID id) {
        try {
            POSTMORTEM.run(() -> postmortems.reopen(viewers.get().bearer(), id));
            return Flash.good(say(ReadingWords.class).reopenedReadersKeepWhatIsPublished())
                    .on("/postmortems/" + id + "/edit");
        } catch (CallFailed.Refused refused) {
            return Flash.bad(say(ReadingWords.class).notReopened(refused.getMessage()))
                    .on("/postmortems/" + id);
        }
    }

    private static Response unread(Report report, Viewer viewer) {
        if (viewer.mayAct() && report.isOpen()) {
            var writing = report.state().equals("draft") || report.round().isWrittenBy(viewer.id());
            return Response.seeOther(URI.create("/postmortems/" + report.id() + (writing ? "/edit" : "/preview")))
                    .build();
        }
        return Pages.of(200, new unpublished(report, viewer));
    }
}
