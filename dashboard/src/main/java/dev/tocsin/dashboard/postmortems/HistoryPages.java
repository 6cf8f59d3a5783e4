package dev.tocsin.dashboard.postmortems;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.postmortems.HistoryClient.Change;
import dev.tocsin.dashboard.postmortems.HistoryClient.Restore;
import dev.tocsin.dashboard.postmortems.HistoryClient.Revision;
import dev.tocsin.dashboard.postmortems.HistoryClient.Step;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Option;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.POSTMORTEM;

/** A report's history: who wrote what when, any two versions word by word, and the way back to any of them. */
@Path("/postmortems")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("responder")
@RunOnVirtualThread
public class HistoryPages {
    private static final int MOST = 200;

    /**
     * One line, of either kind.
     *
     * @param before the version to compare a revision with; 0 for the first
     */
    record Event(Instant at, Report.Ref by, Revision revision, int before, Step step) {
        /** What happened, in words. */
        public String words() {
            if (revision != null)
                return revision.restoredFrom() == null
                        ? (by == null
                                ? say(ReadingWords.class).openedByTheIncident()
                                : say(ReadingWords.class).wrote())
                        : say(ReadingWords.class).broughtBackVersion(revision.restoredFrom());
            return switch (step.kind()) {
                case "asked-for-review" -> say(ReadingWords.class).askedForAReview2();
                case "withdrawn" -> say(ReadingWords.class).tookItBackFromReview();
                case "changes-requested" -> say(ReadingWords.class).requestedChanges();
                case "approved" -> say(ReadingWords.class).approved();
                case "changed-after-approval" -> say(ReadingWords.class).changedItAfterTheApprovalBack();
                case "published" -> say(ReadingWords.class).published();
                case "declined" -> say(ReadingWords.class).declined();
                case "reopened" -> say(ReadingWords.class).reopened();
                default -> step.kind();
            };
        }
    }

    /** @param changes null unless two versions are compared */
    @CheckedTemplate(basePath = "PostmortemPages")
    record history(
            Report report, List<Event> events, List<Option> versions, Form compared, List<Change> changes, String next)
            implements TemplateInstance {}

    private final PostmortemsClient postmortems;
    private final HistoryClient histories;
    private final CurrentViewer viewers;

    HistoryPages(
            @RestClient PostmortemsClient postmortems, @RestClient HistoryClient histories, CurrentViewer viewers) {
        this.postmortems = postmortems;
        this.histories = histories;
        this.viewers = viewers;
    }

    @GET
    @Path("{id}/history")
    public TemplateInstance history(
            UUID id,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("cursor") String cursor) {
        var report = POSTMORTEM.call(() -> postmortems.report(bearer(), id));
        var revisions = POSTMORTEM.call(() -> histories.revisions(bearer(), id, MOST, cursor));
        var steps = POSTMORTEM.call(() -> histories.trail(bearer(), id));
        var compared = Form.blank().with("from", from).with("to", to);
        var changes = compared.number("from")
                .map(first -> POSTMORTEM
                        .call(() -> histories.changes(
                                bearer(), id, first, compared.number("to").orElse(0)))
                        .changes())
                .orElse(null);
        return new history(
                report,
                events(revisions.items(), steps.items()),
                revisions.items().stream().map(HistoryPages::option).toList(),
                compared,
                changes,
                revisions.next());
    }

    @POST
    @Path("{id}/history/{version}/restore")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response restore(UUID id, int version, MultivaluedMap<String, String> fields) {
        var seen = Form.posted(fields).number("version").orElse(0);
        try {
            POSTMORTEM.run(() -> histories.restore(bearer(), id, version, new Restore(seen)));
            return Flash.good(say(ReadingWords.class).versionIsBackAsTheNewest(version))
                    .on("/postmortems/" + id + "/history");
        } catch (CallFailed.Refused refused) {
            return Flash.bad(say(ReadingWords.class).notBroughtBack(refused.getMessage()))
                    .on("/postmortems/" + id + "/history");
        }
    }

    /** Newest first; the opening step and the first revision are one. */
    static List<Event> events(List<Revision> revisions, List<Step> steps) {
        var written = IntStream.range(0, revisions.size()).mapToObj(i -> {
            var revision = revisions.get(i);
            var before = i + 1 < revisions.size() ? revisions.get(i + 1).version() : 0;
            return new Event(revision.at(), revision.by(), revision, before, null);
        });
        var happened = steps.stream()
                .filter(step -> !step.kind().equals("opened"))
                .map(step -> new Event(step.at(), step.by(), null, 0, step));
        return Stream.concat(written, happened)
                .sorted((one, other) -> {
                    var byTime = other.at().compareTo(one.at());
                    return byTime != 0 ? byTime : Integer.compare(version(other), version(one));
                })
                .toList();
    }

    private static int version(Event event) {
        return event.revision() == null
                ? event.step().version()
                : event.revision().version();
    }

    private static Option option(Revision revision) {
        var who = revision.by() == null
                ? say(ReadingWords.class).asOpened()
                : revision.by().name();
        return new Option(
                String.valueOf(revision.version()), say(ReadingWords.class).version(revision.version(), who));
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
