package dev.tocsin.dashboard.postmortems;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.postmortems.PostmortemsClient.Save;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.Clockface;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.FormGuard;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.RowCommand;
import dev.tocsin.dashboard.web.Viewer;
import dev.tocsin.dashboard.web.Zones;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Service.POSTMORTEM;

/**
 * Writing a postmortem. Facts are read, text is typed; a save keeps everything or gives everything back: after a refusal,
 * a conflict or a service that is away the form stands there with its text.
 */
@Path("/postmortems")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("responder")
@RunOnVirtualThread
public class EditorPages {
    static final List<Option> KINDS = List.of(
            new Option("started", "Started"),
            new Option("detected", "Detected"),
            new Option("action", "Action"),
            new Option("assumption", "Assumption"),
            new Option("misleading", "Misleading path"),
            new Option("escalated", "Escalated to"),
            new Option("mitigated", "Mitigated: the pain stopped"),
            new Option("resolved", "Resolved: healthy again"),
            new Option("note", "Note"));

    /** The editor. {@code theirs} holds what somebody else saved meanwhile; {@code unsaved}: the text is on this page only. */
    @CheckedTemplate(basePath = "PostmortemPages")
    record edit(
            Report report,
            Form form,
            List<EditorLines.Line> lines,
            List<Integer> tasks,
            List<Option> kinds,
            List<String> zones,
            List<FactLines.Line> facts,
            Checklist checklist,
            List<Differences.Difference> theirs,
            boolean unsaved,
            Viewer viewer,
            Clockface clock)
            implements TemplateInstance {}

    /** What replaces parts of the open editor after an autosave: when it was saved, what is missing, the counts. */
    @CheckedTemplate(basePath = "PostmortemPages")
    record saved(Report report, Form form, Checklist checklist, Clockface clock) implements TemplateInstance {}

    @CheckedTemplate(basePath = "PostmortemPages")
    record notSaved(UUID id, String reason, boolean conflict) implements TemplateInstance {}

    private final PostmortemsClient postmortems;
    private final ReviewClient reviews;
    private final Owners owners;
    private final CurrentViewer viewers;
    private final Author author;
    private final FormGuard guard;
    private final Clock clock;

    EditorPages(
            @RestClient PostmortemsClient postmortems,
            @RestClient ReviewClient reviews,
            Owners owners,
            CurrentViewer viewers,
            Author author,
            FormGuard guard,
            Clock clock) {
        this.postmortems = postmortems;
        this.reviews = reviews;
        this.owners = owners;
        this.viewers = viewers;
        this.author = author;
        this.guard = guard;
        this.clock = clock;
    }

    @GET
    @Path("{id}/edit")
    public Response edit(UUID id) {
        var report = report(id);
        if (!report.isOpen())
            return Flash.warn("Reopen it first: it is " + report.state() + ".").on("/postmortems/" + id);
        var form =
                EditorForm.of(report.content(), report.version(), viewers.get().zone());
        return Pages.of(200, page(report, form, List.of(), false));
    }

    /** Open to those whose session has ended as well: they get their text back, and nothing else. */
    @POST
    @Path("{id}/edit")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(UUID id, MultivaluedMap<String, String> fields, @Context RoutingContext context) {
        if (!author.isSignedIn()) return signedOut(id, Form.posted(fields), guard.lasting(context));
        author.mustBeResponder();
        var form = posted(fields);
        var command = form.form().text(RowCommand.FIELD);
        var edited = form.edited(command);
        if (edited.isPresent()) return Pages.of(200, page(report(id), edited.get(), List.of(), true));
        if (command.equals("restore")) return Pages.of(200, page(report(id), form, List.of(), true));
        var checked = form.checked();
        if (checked.form().refused()) return Pages.again(page(report(id), checked, List.of(), true));
        try {
            var now = POSTMORTEM.call(() -> postmortems.save(bearer(), id, request(form)));
            return afterSaving(now, command, form.form().text("was"));
        } catch (CallFailed failure) {
            return refused(id, form, failure, guard.lasting(context));
        }
    }

    /** Saves what the open editor sends every few seconds; answers with the parts of it that change. */
    @POST
    @Path("{id}/autosave")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance autosave(UUID id, MultivaluedMap<String, String> fields) {
        var form = posted(fields).checked();
        if (form.form().refused())
            return new notSaved(id, form.form().errors().getFirst().reason(), false);
        try {
            var now = POSTMORTEM.call(() -> postmortems.save(bearer(), id, request(form)));
            return new saved(
                    now, Advice.beside(form, now.lint()), Checklist.of(Advice.placed(form, now.gate())), clockface());
        } catch (CallFailed failure) {
            return new notSaved(id, failure.getMessage(), failure.status() == 409);
        }
    }

    private Response afterSaving(Report now, String command, String was) {
        var here = "/postmortems/" + now.id();
        return switch (command) {
            case "publish" -> now.gate().isEmpty() ? to(here + "/publish") : incomplete(now, "published");
            case "review" -> now.gate().isEmpty() ? askForReview(now) : incomplete(now, "sent to review");
            case "preview" -> to(here + "/preview");
            default ->
                was.equals("approved") && !now.state().equals("approved")
                        ? Flash.warn("Saved. It was approved before; now it is in review again.")
                                .on(here + "/edit")
                        : Flash.good("Draft saved.").on(here + "/edit");
        };
    }

    private Response askForReview(Report now) {
        POSTMORTEM.run(() -> reviews.ask(bearer(), now.id(), new ReviewClient.Act(now.version(), null)));
        return Flash.good("Review asked for. Anyone who did not write in it can approve it.")
                .on("/postmortems/" + now.id() + "/preview");
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    /** The form again, with the list of what is missing. */
    private Response incomplete(Report now, String notDone) {
        var form = EditorForm.of(now.content(), now.version(), viewers.get().zone());
        var listed = form.form();
        for (var missing : now.gate()) listed = listed.refuse(missing.field(), missing.reason());
        var headline = "Saved, but not %s yet: this is missing.".formatted(notDone);
        return Pages.again(page(now, form.with(listed.titled(headline)), List.of(), false));
    }

    private Response refused(UUID id, EditorForm form, CallFailed failure, String token) {
        if (failure instanceof CallFailed.ServiceDown) return Pages.again(away(id, form, failure, token), failure);
        var now = report(id);
        if (failure.status() != 409)
            return Pages.again(page(now, form.with(form.form().refusedBy(failure)), List.of(), true), failure);
        var theirs = Differences.between(form.content(), now.content(), clockface());
        var mine = form.form()
                .with("version", now.version())
                .titled("Not saved yet: somebody else saved while you were writing.");
        return Pages.again(page(now, form.with(mine), theirs, true), failure);
    }

    private static Response signedOut(UUID id, Form form, String token) {
        return Pages.of(
                401,
                new KeptText.kept(
                        token,
                        "Not saved: you are signed out.",
                        "Your text is kept on this page. Sign in in another tab, come back to this one and send it again.",
                        "/login?next=/postmortems/" + id + "/edit",
                        "/postmortems/" + id + "/edit",
                        KeptText.withCommand(form)));
    }

    /** postmortem-service is away, so nothing is known of the report: the text comes back on a page that can send it again. */
    private static TemplateInstance away(UUID id, EditorForm form, CallFailed failure, String token) {
        return new KeptText.kept(
                token,
                "Not saved: " + failure.getMessage(),
                "Your text is kept on this page. Send it again in a moment; leaving the page before loses it.",
                "",
                "/postmortems/" + id + "/edit",
                KeptText.fields(form.form()));
    }

    private edit page(Report report, EditorForm filled, List<Differences.Difference> theirs, boolean unsaved) {
        var form = filled.inviting();
        var tasks = IntStream.range(0, form.tasks()).boxed().toList();
        return new edit(
                report,
                Advice.beside(form, report.lint()),
                EditorLines.of(report.facts().timeline(), form.entries()),
                tasks,
                KINDS,
                Zones.all(),
                FactLines.all(report.facts(), report.impact(), clockface()),
                Checklist.of(Advice.placed(form, report.gate())),
                theirs,
                unsaved,
                viewers.get(),
                clockface());
    }

    private EditorForm posted(MultivaluedMap<String, String> fields) {
        return EditorForm.posted(Form.posted(fields), viewers.get().zone());
    }

    private Save request(EditorForm form) {
        return new Save(owners.known(form.content()), form.version());
    }

    private Report report(UUID id) {
        return POSTMORTEM.call(() -> postmortems.report(bearer(), id));
    }

    private Clockface clockface() {
        return new Clockface(viewers.get().zone(), clock.instant());
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
