package dev.tocsin.monitor.code;

import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.monitor.Problem;
import dev.tocsin.monitor.check.CheckBook;
import dev.tocsin.monitor.code.CheckFiles.Text;
import dev.tocsin.monitor.code.CodeView.Verdict;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Checks as code, seen from outside. */
@Path("/api/v1/checks")
@RunOnVirtualThread
class CodeResource {
    private static final String YAML = "application/yaml";

    private final Watcher watcher;
    private final Contents contents;
    private final CheckFiles files;
    private final Applier applier;
    private final CheckBook book;
    private final ObjectMapper json;

    CodeResource(
            Watcher watcher, Contents contents, CheckFiles files, Applier applier, CheckBook book, ObjectMapper json) {
        this.watcher = watcher;
        this.contents = contents;
        this.files = files;
        this.applier = applier;
        this.book = book;
        this.json = json;
    }

    @GET
    @Path("/code")
    @RolesAllowed("viewer")
    @Operation(summary = "What was applied last, and what is wrong with the file of any replica")
    public CodeView code() {
        var applied = contents.last();
        var rules = applied.map(Contents.Applied::hash);
        return new CodeView(
                watcher.configured(),
                applied.map(a -> new CodeView.Applied(a.at(), a.created(), a.changed(), a.ended(), a.unchanged())),
                contents.living().stream()
                        .map(held -> new CodeView.Replica(
                                held.source(),
                                held.hash().isEmpty() ? "bad" : held.hash().equals(rules) ? "rules" : "older",
                                held.readAt(),
                                held.problems()))
                        .toList());
    }

    /** What references stand for is not looked up here: the caller must not learn what is in our environment. */
    @POST
    @Path("/validate")
    @Consumes({YAML, "text/yaml", "application/x-yaml", MediaType.TEXT_PLAIN})
    @RolesAllowed("responder")
    @Operation(
            summary =
                    "Says what is wrong with a file of checks, line by line, and what it would change; changes nothing")
    public Verdict validate(String content) {
        if (content == null || content.isBlank()) throw Problem.badField("body", "is missing");
        var reading = files.read(List.of(new Text("checks.yaml", content)), Optional.empty());
        var draft = applier.draft(reading);
        var plan = draft.plan();
        return new Verdict(
                draft.faults().isEmpty(),
                draft.faults(),
                plan.created(),
                plan.changed(),
                plan.ended(),
                plan.unchanged());
    }

    @GET
    @Path("/export")
    @Produces(YAML)
    @RolesAllowed("responder")
    @Operation(summary = "The checks as a file that makes them: those that people made, or all; without secrets")
    public Response export(@QueryParam("all") @DefaultValue("false") boolean all, @Context UriInfo uri) {
        var checks = book.all().stream()
                .filter(check -> all || check.code().isEmpty())
                .toList();
        var address = uri.getBaseUriBuilder().path("api/v1/checks.schema.json").build();
        return Response.ok(Export.yaml(checks, address.toString(), json), YAML)
                .header("Content-Disposition", "attachment; filename=\"checks.yaml\"")
                .build();
    }
}
