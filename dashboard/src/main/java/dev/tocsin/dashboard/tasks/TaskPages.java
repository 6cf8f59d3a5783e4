package dev.tocsin.dashboard.tasks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

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

import dev.tocsin.dashboard.web.Address;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.LocalPath;
import dev.tocsin.dashboard.web.Names;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.Query;
import dev.tocsin.dashboard.web.Tab;
import dev.tocsin.dashboard.web.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;
import static dev.tocsin.dashboard.web.Service.POSTMORTEM;

/**
 * Tasks over all postmortems: mine, those overdue by team, all that are open, those that ended. Their owners may end their
 * own whatever their role; postmortem-service decides.
 */
@Path("/postmortems/tasks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class TaskPages {
    private static final String HERE = "/postmortems/tasks";
    private static final int PAGE = 50;

    private static List<Option> views() {
        var words = say(TaskWords.class);
        return List.of(
                new Option("mine", words.mine()),
                new Option("overdue", words.overdue()),
                new Option("open", words.open()),
                new Option("done", words.done()),
                new Option("declined", words.declined()));
    }

    /** Tasks that stand under one heading; the heading is empty where all stand together. */
    public record Group(String team, List<Task> tasks) {}

    @CheckedTemplate(basePath = "TaskPages")
    record list(
            String view,
            List<Tab> tabs,
            List<Group> groups,
            Form filter,
            List<Option> teams,
            String here,
            String next,
            String first,
            Viewer viewer)
            implements TemplateInstance {}

    /** The reason again, where it was not taken; the task as it is now. */
    @CheckedTemplate(basePath = "TaskPages")
    record decline(Task task, Form form) implements TemplateInstance {}

    private final TasksClient tasks;
    private final Names names;
    private final CurrentViewer viewers;

    TaskPages(@RestClient TasksClient tasks, @RestClient Names names, CurrentViewer viewers) {
        this.tasks = tasks;
        this.names = names;
        this.viewers = viewers;
    }

    @GET
    public TemplateInstance list(
            @QueryParam("view") String asked, @QueryParam("team") String team, @QueryParam("cursor") String cursor) {
        var viewer = viewers.get();
        var view = views().stream()
                .map(Option::value)
                .filter(v -> v.equals(asked))
                .findFirst()
                .orElse("mine");
        var teams = ONCALL.later(() -> names.teams(viewer.bearer(), Names.MOST));
        var found = POSTMORTEM.call(
                () -> tasks.list(viewer.bearer(), query(view, team, cursor).parameters()));
        var here = address(view, team);
        return new list(
                view,
                views().stream()
                        .map(v -> new Tab(
                                v.label(),
                                address(v.value(), team).path(),
                                v.value().equals(view),
                                0))
                        .toList(),
                view.equals("overdue")
                        ? byTeam(found)
                        : found.items().isEmpty() ? List.of() : List.of(new Group("", found.items())),
                Form.blank().with("team", team),
                Names.options(teams.get()),
                (cursor == null ? here : here.with("cursor", cursor)).path(),
                found.next() == null ? null : here.with("cursor", found.next()).path(),
                cursor == null ? null : here.path(),
                viewer);
    }

    @POST
    @Path("{id}/done")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response done(UUID id, MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        var note = new TasksClient.Done(form.text("note").strip());
        return acted(form, say(TaskWords.class).doneWellDone(), () -> tasks.done(bearer(), id, note));
    }

    @POST
    @Path("{id}/decline")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decline(UUID id, MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        var reason = form.text("reason").strip();
        if (reason.isEmpty())
            return Pages.again(new decline(
                    task(id), form.refuse("reason", say(TaskWords.class).sayWhyItWillNotBe())));
        try {
            POSTMORTEM.call(() -> tasks.decline(bearer(), id, new TasksClient.Decline(reason)));
            return Flash.good(say(TaskWords.class).declinedWithYourReasonOnRecord())
                    .on(back(form));
        } catch (CallFailed.Refused refused) {
            return Pages.again(new decline(task(id), form.refusedBy(refused)), refused);
        }
    }

    private Task task(UUID id) {
        return POSTMORTEM.call(() -> tasks.task(bearer(), id));
    }

    @POST
    @Path("{id}/reopen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reopen(UUID id, MultivaluedMap<String, String> fields) {
        return acted(Form.posted(fields), say(TaskWords.class).openAgain(), () -> tasks.reopen(bearer(), id));
    }

    private static Response acted(Form form, String said, Supplier<Task> deed) {
        try {
            POSTMORTEM.call(deed);
            return Flash.good(said).on(back(form));
        } catch (CallFailed.Refused refused) {
            if (form.given("note").isPresent()) throw refused; // its page keeps the note
            return Flash.bad(say(TaskWords.class).notChanged(refused.getMessage()))
                    .on(back(form));
        }
    }

    private static String back(Form form) {
        return LocalPath.or(form.text("back"), HERE);
    }

    private static Query query(String view, String team, String cursor) {
        var query = Query.none().with("team", team).with("cursor", cursor).with("limit", PAGE);
        return switch (view) {
            case "mine" -> query.with("mine", true).with("state", "open");
            case "overdue" -> query.with("overdue", true).with("limit", Items.MOST);
            default -> query.with("state", view);
        };
    }

    /** The team with the oldest promise stands first. */
    private static List<Group> byTeam(Items<Task> found) {
        var teams = new LinkedHashMap<String, List<Task>>();
        found.items()
                .forEach(task -> teams.computeIfAbsent(
                                task.team() == null
                                        ? say(TaskWords.class).noTeam()
                                        : task.team().name(),
                                _ -> new ArrayList<>())
                        .add(task));
        return teams.entrySet().stream()
                .map(team -> new Group(team.getKey(), team.getValue()))
                .toList();
    }

    private static Address address(String view, String team) {
        return new Address(HERE).with("view", view.equals("mine") ? null : view).with("team", team);
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
