package dev.tocsin.dashboard.postmortems;

import java.time.Instant;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import static dev.tocsin.dashboard.web.Language.say;

/** What a second person does with a report: reads it as it will be, comments, approves, sends it back. */
@Path("/api/v1/postmortems/{id}")
@RegisterRestClient(configKey = "postmortem")
@RegisterProvider(Refusals.class)
interface ReviewClient {
    /** One act upon the version that was seen; {@code comment} may be null. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Act(int version, String comment) {}

    /** One remark; {@code resolvedAt} and {@code resolvedBy} are null while it is open. */
    record Comment(
            UUID id,
            String section,
            String text,
            Instant at,
            Report.Ref by,
            Instant resolvedAt,
            Report.Ref resolvedBy) {
        /** The section as its heading says it. */
        public String place() {
            var words = say(ReadingWords.class);
            return switch (section) {
                case "issueSummary" -> words.issueSummary();
                case "timeline" -> words.timeline();
                case "rootCauseAndResolution" -> words.rootCauseAndResolution();
                case "measures" -> words.correctiveAndPreventativeMeasures();
                default -> words.theWholeReport();
            };
        }
    }

    record Remark(String section, String text) {}

    @POST
    @Path("review")
    Report ask(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, Act act);

    @POST
    @Path("review/approve")
    Report approve(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, Act act);

    @POST
    @Path("review/request-changes")
    Report requestChanges(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, Act act);

    @POST
    @Path("review/withdraw")
    Report withdraw(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, Act act);

    @GET
    @Path("preview")
    PostmortemsClient.Published preview(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @GET
    @Path("comments")
    Items<Comment> comments(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @POST
    @Path("comments")
    Comment comment(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, Remark remark);

    @POST
    @Path("comments/{comment}/resolve")
    Comment resolve(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, UUID comment);

    @POST
    @Path("comments/{comment}/reopen")
    Comment reopen(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, UUID comment);
}
