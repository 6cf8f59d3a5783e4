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

import dev.tocsin.dashboard.access.SignIn;
import dev.tocsin.dashboard.postmortems.HistoryClient.Clash;
import dev.tocsin.dashboard.postmortems.HistoryClient.Joined;
import dev.tocsin.dashboard.postmortems.HistoryClient.Lease;
import dev.tocsin.dashboard.postmortems.PostmortemsClient.Save;
import dev.tocsin.dashboard.postmortems.ReviewClient.Comment;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.Clockface;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.FormGuard;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.RowCommand;
import dev.tocsin.dashboard.web.SharedWords;
import dev.tocsin.dashboard.web.Viewer;
import dev.tocsin.dashboard.web.Zones;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
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
    static List<Option> kinds() {
        var words = say(WritingWords.class);
        return List.of(
                new Option("started", words.started()),
                new Option("detected", words.detected()),
                new Option("paged", words.pagedOutsideOfTocsin()),
                new Option("acknowledged", words.acknowledgedOutsideOfTocsin()),
                new Option("action", words.action()),
                new Option("assumption", words.assumption()),
                new Option("misleading", words.misleadingPath()),
                new Option("escalated", words.escalatedTo()),
                new Option("mitigated", words.mitigatedThePainStopped()),
                new Option("resolved", words.resolvedHealthyAgain()),
                new Option("note", words.note()));
    }

    /** The editor. {@code clashes}: where somebody else wrote as well; {@code unsaved}: the text is on this page only. */
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
            List<Clash> clashes,
            Lease lease,
            List<Option> templates,
            List<Comment> remarks,
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
    private final HistoryClient histories;
    private final ShapesClient shapes;
    private final SignIn signIn;
    private final CurrentViewer viewers;
    private final Author author;
    private final FormGuard guard;
    private final Clock clock;

    EditorPages(
            @RestClient PostmortemsClient postmortems,
            @RestClient ReviewClient reviews,
            Owners owners,
            @RestClient HistoryClient histories,
            @RestClient ShapesClient shapes,
            SignIn signIn,
            CurrentViewer viewers,
            Author author,
            FormGuard guard,
            Clock clock) {
        this.postmortems = postmortems;
        this.reviews = reviews;
        this.owners = owners;
        this.histories = histories;
        this.shapes = shapes;
        this.signIn = signIn;
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
            return Flash.warn(say(WritingWords.class)
                            .reopenItFirstItIs(say(SharedWords.class).inState(report.state())))
                    .on("/postmortems/" + id);
        var form =
                EditorForm.of(report.content(), report.version(), viewers.get().zone());
        return Pages.of(200, page(report, form, List.of(), false));
    }

    /** Open to those whose session has ended as well: they get their text back, and sign in where it stands. */
    @POST
    @Path("{id}/edit")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(UUID id, MultivaluedMap<String, String> fields, @Context RoutingContext context) {
        if (author.isSignedIn()) {
            author.mustBeResponder();
            return written(id, fields, context);
        }
        var form = Form.posted(fields);
        if (form.given("password").isEmpty())
            return signedOut(id, form, say(WritingWords.class).notSavedYouAreSignedOut(), guard.lasting(context));
        return switch (signIn.with(form.text("email"), form.text("password"), context)) {
            case SignIn.Outcome.In(var viewer, var cookie) -> {
                if (!viewer.mayAct()) throw new ForbiddenException("a viewer does not write");
                yield Response.fromResponse(written(id, fields, context))
                        .cookie(cookie)
                        .build();
            }
            case SignIn.Outcome.Refused(var why) ->
                signedOut(id, form, say(WritingWords.class).notSaved(why), guard.lasting(context));
        };
    }

    private Response written(UUID id, MultivaluedMap<String, String> fields, RoutingContext context) {
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
                    now,
                    Advice.beside(form, now.lint()),
                    Checklist.of(Advice.placed(form, now.gate()), now.shape()),
                    clockface());
        } catch (CallFailed failure) {
            return new notSaved(id, failure.getMessage(), failure.status() == 409);
        }
    }

    private Response afterSaving(Report now, String command, String was) {
        var words = say(WritingWords.class);
        var here = "/postmortems/" + now.id();
        return switch (command) {
            case "publish" ->
                now.gate().isEmpty() ? to(here + "/publish") : incomplete(now, words.savedButNotPublishedYetThis());
            case "review" ->
                now.gate().isEmpty() ? askForReview(now) : incomplete(now, words.savedButNotSentToReview());
            case "preview" -> to(here + "/preview");
            case "go:owner", "go:images" -> to(here + "/" + command.substring(3));
            case String go when go.matches("go:facts/[a-zA-Z]{1,40}") -> to(here + "/" + go.substring(3));
            default ->
                was.equals("approved") && !now.state().equals("approved")
                        ? Flash.warn(words.savedItWasApprovedBeforeNow()).on(here + "/edit")
                        : Flash.good(words.draftSaved()).on(here + "/edit");
        };
    }

    private Response askForReview(Report now) {
        POSTMORTEM.run(() -> reviews.ask(bearer(), now.id(), new ReviewClient.Act(now.version(), null)));
        return Flash.good(say(WritingWords.class).reviewAskedForAnyoneWhoDid())
                .on("/postmortems/" + now.id() + "/preview");
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    /** The form again, with the list of what is missing. */
    private Response incomplete(Report now, String headline) {
        var form = EditorForm.of(now.content(), now.version(), viewers.get().zone());
        var listed = form.form();
        for (var missing : now.gate()) listed = listed.refuse(missing.field(), missing.reason());
        return Pages.again(page(now, form.with(listed.titled(headline)), List.of(), false));
    }

    private Response refused(UUID id, EditorForm form, CallFailed failure, String token) {
        var words = say(WritingWords.class);
        if (failure instanceof CallFailed.ServiceDown) return Pages.again(away(id, form, failure, token), failure);
        var now = report(id);
        if (failure.status() != 409)
            return Pages.again(page(now, form.with(form.form().refusedBy(failure)), List.of(), true), failure);
        if (!now.isOpen()) return Pages.again(away(id, form, failure, token), failure);
        var joined = POSTMORTEM.call(() -> histories.merge(bearer(), id, request(form)));
        var both =
                EditorForm.of(joined.content(), joined.version(), viewers.get().zone());
        if (joined.clashes().isEmpty()) return joined(id, both, joined, form, token);
        var marked = both.form();
        for (var clash : joined.clashes())
            marked = marked.refuse(both.fieldOf(clash.field()), words.youBothWroteHere());
        marked = marked.titled(
                now.updatedBy() == null
                        ? words.notSavedYetSomebodyElseSaved()
                        : words.notSavedYetSavedWhileYou(now.updatedBy().name()));
        return Pages.again(page(now, both.with(marked), joined.clashes(), true), failure);
    }

    /** They wrote in one place, I in another: both are saved, and it is said. */
    private Response joined(UUID id, EditorForm both, Joined joined, EditorForm mine, String token) {
        try {
            POSTMORTEM.run(() -> postmortems.save(bearer(), id, new Save(joined.content(), joined.version())));
            var theirs = String.join(", ", joined.taken());
            return Flash.good(say(WritingWords.class).savedSomebodyElseHadSavedMeanwhile(theirs))
                    .on("/postmortems/" + id + "/edit");
        } catch (CallFailed.Refused again) {
            if (!again.isConflict()) return Pages.again(page(report(id), both, List.of(), true), again);
            return Pages.again(away(id, mine, again, token), again);
        }
    }

    private static Response signedOut(UUID id, Form form, String headline, String token) {
        return Pages.of(
                401,
                new KeptText.kept(
                        token,
                        headline,
                        say(WritingWords.class).yourTextIsKeptOnThis(),
                        "/login?next=/postmortems/" + id + "/edit",
                        form.text("email"),
                        "/postmortems/" + id + "/edit",
                        KeptText.withCommand(form)));
    }

    /** postmortem-service is away, so nothing is known of the report: the text comes back on a page that can send it again. */
    private static TemplateInstance away(UUID id, EditorForm form, CallFailed failure, String token) {
        return new KeptText.kept(
                token,
                say(WritingWords.class).notSaved(failure.getMessage()),
                say(WritingWords.class).yourTextIsKeptOnThis2(),
                "",
                "",
                "/postmortems/" + id + "/edit",
                KeptText.fields(form.form()));
    }

    private edit page(Report report, EditorForm filled, List<Clash> clashes, boolean unsaved) {
        var form = filled.inviting();
        var tasks = IntStream.range(0, form.tasks()).boxed().toList();
        return new edit(
                report,
                Advice.beside(form, report.lint()),
                EditorLines.of(report.facts().timeline(), form.entries()),
                tasks,
                kinds(),
                Zones.all(),
                FactLines.all(report.facts(), report.impact(), clockface()),
                Checklist.of(Advice.placed(form, report.gate()), report.shape()),
                clashes,
                lease(report.id()),
                templates(),
                remarks(report.id()),
                unsaved,
                viewers.get(),
                clockface());
    }

    /** Who else is writing; a courtesy, so its silence costs nothing. */
    private Lease lease(UUID id) {
        return POSTMORTEM.ask(() -> histories.lease(bearer(), id)).or(Lease.UNKNOWN);
    }

    /** What reviewers said and nobody has settled, to have in sight while one writes. */
    private List<Comment> remarks(UUID id) {
        return POSTMORTEM.ask(() -> reviews.comments(bearer(), id)).map(Items::items).or(List.of()).stream()
                .filter(one -> one.resolvedAt() == null)
                .toList();
    }

    /** The shapes to choose from; none, and so no choice, where no administrator made any. */
    private List<Option> templates() {
        return POSTMORTEM.ask(() -> shapes.list(bearer())).map(Items::items).or(List.of()).stream()
                .map(one -> new Option(one.id().toString(), one.shape().name()))
                .toList();
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
