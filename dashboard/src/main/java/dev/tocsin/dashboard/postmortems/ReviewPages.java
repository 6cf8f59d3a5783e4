package dev.tocsin.dashboard.postmortems;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.postmortems.ReviewClient.Act;
import dev.tocsin.dashboard.postmortems.ReviewClient.Comment;
import dev.tocsin.dashboard.postmortems.ReviewClient.Remark;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.SharedWords;
import dev.tocsin.dashboard.web.Viewer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.POSTMORTEM;

/** The report as its readers will see it, for those who judge it before: they comment, approve or send it back. */
@Path("/postmortems")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("responder")
@RunOnVirtualThread
public class ReviewPages {
    static List<Option> sections() {
        var words = say(ReadingWords.class);
        return List.of(
                new Option("report", words.theWholeReport()),
                new Option("issueSummary", words.issueSummary()),
                new Option("timeline", words.timeline()),
                new Option("rootCauseAndResolution", words.rootCauseAndResolution()),
                new Option("measures", words.correctiveAndPreventativeMeasures()));
    }

    /**
     * What stands around the text while it is not out yet.
     *
     * @param author this viewer wrote in it and so cannot approve it
     */
    record Panel(Report report, boolean author, List<Comment> comments, Form form, List<Option> sections) {
        /** How many comments nobody has settled. */
        public int open() {
            return (int)
                    comments.stream().filter(one -> one.resolvedAt() == null).count();
        }
    }

    private final PostmortemsClient postmortems;
    private final ReviewClient reviews;
    private final CurrentViewer viewers;

    ReviewPages(@RestClient PostmortemsClient postmortems, @RestClient ReviewClient reviews, CurrentViewer viewers) {
        this.postmortems = postmortems;
        this.reviews = reviews;
        this.viewers = viewers;
    }

    @GET
    @Path("{id}/preview")
    public Response preview(UUID id) {
        return page(200, id, Form.blank());
    }

    @POST
    @Path("{id}/review/{act}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(UUID id, String act, MultivaluedMap<String, String> fields) {
        var words = say(ReadingWords.class);
        var form = Form.posted(fields);
        var done =
                new Act(form.number("version").orElse(0), form.given("comment").orElse(null));
        return switch (act) {
            case "ask" ->
                after(
                        id,
                        form,
                        () -> reviews.ask(bearer(), id, done),
                        say(ReadingWords.class).reviewAskedForAnyoneWhoDid());
            case "approve" ->
                after(
                        id,
                        form,
                        () -> reviews.approve(bearer(), id, done),
                        say(ReadingWords.class).approvedItCanBePublishedNow());
            case "request-changes" ->
                after(
                        id,
                        form,
                        () -> reviews.requestChanges(bearer(), id, done),
                        say(ReadingWords.class).sentBackToItsAuthorsWith());
            case "withdraw" ->
                after(
                        id,
                        form,
                        () -> reviews.withdraw(bearer(), id, done),
                        say(ReadingWords.class).backAtTheDeskGoOn());
            default -> throw new NotFoundException();
        };
    }

    @POST
    @Path("{id}/comments")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response comment(UUID id, MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        var remark = new Remark(
                form.given("section").orElse("report"), form.text("text").strip());
        try {
            POSTMORTEM.run(() -> reviews.comment(bearer(), id, remark));
            return Flash.good(say(ReadingWords.class).commentAdded()).on("/postmortems/" + id + "/preview#comments");
        } catch (CallFailed.Refused refused) {
            return again(id, form, refused);
        }
    }

    @POST
    @Path("{id}/comments/{comment}/{act}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response settle(UUID id, UUID comment, String act) {
        var words = say(ReadingWords.class);
        var settled = act.equals("resolve");
        try {
            POSTMORTEM.run(() -> {
                if (settled) reviews.resolve(bearer(), id, comment);
                else reviews.reopen(bearer(), id, comment);
            });
            return Flash.good(settled ? words.commentSettled() : words.commentOpenAgain())
                    .on("/postmortems/" + id + "/preview#comments");
        } catch (CallFailed.Refused refused) {
            return Flash.bad(words.notDone(refused.getMessage())).on("/postmortems/" + id + "/preview");
        }
    }

    private Response after(UUID id, Form form, Supplier<Report> act, String done) {
        try {
            POSTMORTEM.call(act);
            return Flash.good(done).on("/postmortems/" + id + "/preview");
        } catch (CallFailed.Refused refused) {
            // Whoever wanted changes may find no place for them any more; as a comment they can still be said.
            return again(id, form.with("text", form.text("comment")), refused);
        }
    }

    private Response again(UUID id, Form form, CallFailed.Refused refused) {
        var over = !POSTMORTEM.call(() -> postmortems.report(bearer(), id)).isOpen();
        if (over && form.given("text").isPresent()) throw refused; // its page keeps the text
        return page(refused.status(), id, form.refusedBy(refused));
    }

    private Response page(int status, UUID id, Form form) {
        var viewer = viewers.get();
        var report = POSTMORTEM.call(() -> postmortems.report(bearer(), id));
        if (!report.isOpen())
            return Flash.warn(say(ReadingWords.class)
                            .itIsNow(say(SharedWords.class).inState(report.state())))
                    .on("/postmortems/" + id);
        var version = POSTMORTEM.call(() -> reviews.preview(bearer(), id));
        var comments = POSTMORTEM.call(() -> reviews.comments(bearer(), id));
        var panel = new Panel(report, isAuthor(report, viewer), comments.items(), form, sections());
        return Pages.of(status, ReadingPages.page(report, version, panel, viewer));
    }

    private static boolean isAuthor(Report report, Viewer viewer) {
        return report.round().isWrittenBy(viewer.id());
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
