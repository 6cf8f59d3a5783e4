package dev.tocsin.postmortem.paper;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import dev.tocsin.postmortem.draft.Drafts;
import dev.tocsin.postmortem.publishing.PublishedReports;
import dev.tocsin.postmortem.publishing.PublishedView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Published versions as PDF. */
@Path("/api/v1/postmortems/{id}")
@Produces("application/pdf")
@RolesAllowed("viewer")
@RunOnVirtualThread
class PaperResource {
    private final PublishedReports reports;
    private final Drafts drafts;
    private final Paper paper;

    PaperResource(PublishedReports reports, Drafts drafts, Paper paper) {
        this.reports = reports;
        this.drafts = drafts;
        this.paper = paper;
    }

    @GET
    @Path("/published/pdf")
    @Operation(summary = "Read the latest published version as A4 pages")
    public Response latest(@RestPath UUID id) {
        return answer(reports.latest(id));
    }

    @GET
    @Path("/published/{n}/pdf")
    @Operation(summary = "Read one published version as A4 pages")
    public Response version(@RestPath UUID id, @RestPath int n) {
        return answer(reports.version(id, n));
    }

    private Response answer(PublishedView version) {
        var about = About.of(drafts.view(version.postmortemId()));
        return Response.ok(paper.of(version, about))
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + Paper.fileName(version, about) + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
