package dev.tocsin.dashboard.library;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Ref;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

/** The library as postmortem-service keeps it. */
@Path("/api/v1/postmortems")
@RegisterRestClient(configKey = "postmortem")
@RegisterProvider(Refusals.class)
interface LibraryClient {
    /** A report; team, owner, due date and duration may be null, snippets are there when words were asked for. */
    record Row(
            UUID id,
            long incidentNumber,
            Instant occurredAt,
            String state,
            String title,
            String hook,
            String tldr,
            Ref service,
            Ref team,
            String severity,
            Ref owner,
            Instant dueAt,
            Duration duration,
            int words,
            int readingMinutes,
            List<String> tags,
            List<Version> publishedVersions,
            List<Snippet> snippets) {}

    record Version(int n, Instant at, Ref by, String note) {}

    /** Where the words stand: a section such as {@code root-cause}, and its text in pieces. */
    record Snippet(String section, List<Part> parts) {}

    record Part(String text, boolean hit) {}

    /** An earlier report like another, and why. */
    record Like(UUID id, String title, String hook, Instant occurredAt, String why) {}

    record TagCount(String tag, int reports) {}

    @GET
    Items<Row> list(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @RestQuery Map<String, String> query,
            @QueryParam("tag") List<String> tags);

    @GET
    @Path("tags")
    List<TagCount> tags(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

    @GET
    @Path("{id}/similar")
    List<Like> similar(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @GET
    @Path("export")
    Response export(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @RestQuery Map<String, String> query,
            @QueryParam("tag") List<String> tags);

    @GET
    @Path("{id}/export")
    Response export(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, @QueryParam("format") String format);
}
