package dev.tocsin.dashboard.postmortems;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What a report said before, what happened to it, and what two people made of it at once. */
@Path("/api/v1/postmortems/{id}")
@RegisterRestClient(configKey = "postmortem")
@RegisterProvider(Refusals.class)
interface HistoryClient {
    /** One sitting's text; {@code by} is null for what the incident opened, {@code restoredFrom} unless it was. */
    record Revision(int version, Instant beganAt, Instant at, Report.Ref by, Integer restoredFrom, int words) {}

    /** Something that happened besides writing; {@code by} may be null. */
    record Step(Instant at, Report.Ref by, String kind, String text, int version) {}

    /** A stretch of text; {@code kind} is same, removed or added. */
    record Part(String kind, String text) {}

    record Change(String label, List<Part> parts) {}

    record Differences(int from, int to, List<Change> changes) {}

    record Restore(int version) {}

    /** Both wrote here; {@code parts} lead from theirs to mine. */
    record Clash(String field, String label, String theirs, List<Part> parts) {}

    /** Two texts put together; {@code taken} names the fields that are now theirs. */
    record Joined(int version, Report.Content content, List<Clash> clashes, List<String> taken) {}

    /** Who writes now and what stands; {@code holder}, {@code takenAt} and {@code until} are null when nobody does. */
    record Lease(Report.Ref holder, Instant takenAt, Instant until, int version, Report.Ref updatedBy) {
        static final Lease UNKNOWN = new Lease(null, null, null, 0, null);
    }

    record Claim(boolean takeOver) {}

    @GET
    @Path("revisions")
    Items<Revision> revisions(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            UUID id,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") String cursor);

    @GET
    @Path("trail")
    Items<Step> trail(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @GET
    @Path("changes")
    Differences changes(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            UUID id,
            @QueryParam("from") int from,
            @QueryParam("to") int to);

    @POST
    @Path("revisions/{version}/restore")
    Report restore(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, int version, Restore restore);

    @POST
    @Path("merge")
    Joined merge(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, PostmortemsClient.Save save);

    @GET
    @Path("lease")
    Lease lease(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @POST
    @Path("lease")
    Lease claim(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, Claim claim);

    @DELETE
    @Path("lease")
    Lease release(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, @QueryParam("until") String until);
}
