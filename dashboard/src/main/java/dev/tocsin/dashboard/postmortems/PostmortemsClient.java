package dev.tocsin.dashboard.postmortems;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Postmortems as postmortem-service keeps them. */
@Path("/api/v1/postmortems")
@RegisterRestClient(configKey = "postmortem")
@RegisterProvider(Refusals.class)
interface PostmortemsClient {
    /** One published version, frozen; {@code approvedBy} or {@code unreviewed} is null. Its texts are sanitised HTML, its diagrams SVG. */
    record Published(
            UUID postmortemId,
            int number,
            Instant publishedAt,
            Report.Ref publishedBy,
            String note,
            Report.Ref approvedBy,
            String unreviewed,
            Report.Content content,
            Report.Facts facts,
            Report.Impact impact,
            List<Strip> strip,
            Sections html,
            String cover,
            String diagram,
            String diagramNarrow,
            Report.Words words,
            int readingMinutes,
            String hash) {}

    /** One of the few figures leaders read first; {@code state} as of a {@link Report.Fact}. */
    record Strip(String label, String value, String state) {}

    record Sections(
            String issueSummary,
            String timeline,
            String rootCause,
            String resolution,
            String improvements,
            String measures,
            List<Extra> extras) {
        public Sections {
            extras = extras == null ? List.of() : extras;
        }

        /** A section that the report's template adds. */
        record Extra(String title, String html) {}
    }

    /** The text as its author leaves it, and the version they started from. */
    record Save(@JsonUnwrapped Report.Content content, int version) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Publish(int version, String note, String unreviewed) {}

    record Decline(String reason) {}

    @GET
    @Path("{id}")
    Report report(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @GET
    @Path("by-incident/{incidentId}")
    Report ofIncident(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID incidentId);

    @POST
    @Path("by-incident/{incidentId}")
    Report open(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID incidentId);

    @POST
    @Path("words")
    Report.Words words(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Report.Content content);

    @PUT
    @Path("{id}")
    Report save(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, Save save);

    @POST
    @Path("{id}/publish")
    Report publish(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, Publish publish);

    @POST
    @Path("{id}/decline")
    Report decline(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, Decline decline);

    @POST
    @Path("{id}/reopen")
    Report reopen(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @GET
    @Path("{id}/published")
    Published published(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @GET
    @Path("{id}/published/{n}")
    Published version(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, int n);

    @GET
    @Path("{id}/published/{n}/pdf")
    @Produces("application/pdf")
    byte[] pdf(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, int n);
}
