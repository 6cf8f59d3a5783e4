package dev.tocsin.postmortem.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import dev.tocsin.postmortem.Problem;
import dev.tocsin.postmortem.draft.Drafts;
import dev.tocsin.postmortem.draft.PostmortemRow;
import dev.tocsin.postmortem.publishing.PublishedReports;
import dev.tocsin.postmortem.search.Asked;
import dev.tocsin.postmortem.search.Library;
import dev.tocsin.postmortem.search.LibraryRow;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Exactly what the library is narrowed to, or one report, as a file. */
@Path("/api/v1/postmortems")
@RolesAllowed("viewer")
@RunOnVirtualThread
class ExportResource {
    private static final int AT_ONCE = 200;
    /** What a spreadsheet still opens with pleasure; a narrower question gives the rest. */
    private static final int MOST = 10_000;

    private final Library library;
    private final Drafts drafts;
    private final PublishedReports published;
    private final Pages pages;

    ExportResource(Library library, Drafts drafts, PublishedReports published, Pages pages) {
        this.library = library;
        this.drafts = drafts;
        this.published = published;
        this.pages = pages;
    }

    @GET
    @Path("/export")
    @Produces({"text/csv", "application/json", "text/markdown"})
    @Operation(summary = "The list as a file: format=csv, json or md; at most 10,000 reports")
    public Response list(@BeanParam @Valid Asked asked, @RestQuery @DefaultValue("csv") String format) {
        return switch (format) {
            case "csv" -> file(ListExport.csv(rows(asked), pages), "text/csv");
            case "md" -> file(ListExport.markdown(rows(asked), pages), "text/markdown");
            case "json" -> Response.ok(rows(asked), "application/json").build();
            default -> throw Problem.badField("format", "must be csv, json or md");
        };
    }

    @GET
    @Path("/{id}/export")
    @Produces({"application/json", "text/markdown"})
    @Operation(summary = "One report as a file: format=md or json; what is published, else the draft as it stands")
    public Response one(@RestPath UUID id, @RestQuery @DefaultValue("md") String format) {
        return switch (format) {
            case "md" -> file(markdown(id), "text/markdown");
            case "json" ->
                Response.ok(published.find(id).<Object>map(p -> p).orElseGet(() -> drafts.view(id)), "application/json")
                        .build();
            default -> throw Problem.badField("format", "must be md or json");
        };
    }

    private String markdown(UUID id) {
        var draft = drafts.view(id);
        var page = pages.of(id);
        var from = page.isEmpty() ? "" : " of <" + page + ">";
        var latest = published.find(id);
        var origin = latest.map(p -> "Version %d%s, published %s by %s. SHA-256 %s"
                        .formatted(
                                p.number(),
                                from,
                                p.publishedAt(),
                                Inline.text(p.publishedBy().name()),
                                p.hash()))
                .orElse("Not published: as it stood on " + draft.updatedAt() + from + ".");
        var about = new ReportMarkdown.About(
                "#" + draft.incidentNumber(), draft.service().name(), draft.severity(), origin);
        return latest.map(p -> ReportMarkdown.of(about, p.content(), p.facts(), p.impact(), p.timeline()))
                .orElseGet(() ->
                        ReportMarkdown.of(about, draft.content(), draft.facts(), draft.impact(), draft.timeline()));
    }

    private List<PostmortemRow> rows(Asked asked) {
        var rows = new ArrayList<PostmortemRow>();
        var cursor = Optional.<String>empty();
        do {
            var found = library.find(asked, cursor, AT_ONCE);
            found.rows().stream().map(LibraryRow::report).forEach(rows::add);
            cursor = found.next();
        } while (cursor.isPresent() && rows.size() < MOST);
        return rows;
    }

    private static Response file(String text, String type) {
        return Response.ok(text, type + ";charset=UTF-8").build();
    }
}
