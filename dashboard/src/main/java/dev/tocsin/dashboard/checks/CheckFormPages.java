package dev.tocsin.dashboard.checks;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import dev.tocsin.dashboard.checks.ChecksClient.Check;
import dev.tocsin.dashboard.checks.ChecksClient.Result;
import dev.tocsin.dashboard.tasks.TasksClient;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.RowCommand;
import dev.tocsin.dashboard.web.Tab;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.MONITOR;
import static dev.tocsin.dashboard.web.Service.POSTMORTEM;

/** Making and changing a check, with a trial that shows the verdict before anything is saved. */
@Path("/checks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("responder")
@RunOnVirtualThread
public class CheckFormPages {
    /** More would be no choice; beyond, one looks for them by name. */
    private static final int PARENTS = 50;

    private static final String FIND = "find";
    private static final String PARENT_QUERY = "parentQuery";

    static List<Option> kinds() {
        var words = say(CheckAskWords.class);
        return List.of(
                new Option("http", words.website()),
                new Option("tcp", words.port()),
                new Option("tls", words.certificate()),
                new Option("dns", "DNS"),
                new Option("icmp", words.ping()));
    }

    static final List<Option> METHODS = same("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    static final List<Option> TYPES = same("A", "AAAA", "CNAME", "MX", "TXT", "NS", "SRV", "SOA", "CAA", "PTR");
    private static final List<String> MORE = Stream.concat(
                    Stream.of("http.username", "http.password", "http.token"),
                    Stream.of("http", "tcp", "tls")
                            .flatMap(kind -> Stream.of("insecure", "serverName", "authority", "certificate", "key")
                                    .map(setting -> kind + ".tls." + setting)))
            .toList();

    static List<Option> versions() {
        return List.of(
                new Option("1.1", "1.1"),
                new Option("2", "2"),
                new Option("any", say(CheckAskWords.class).n2WhereOfferedOrElse1()));
    }

    /**
     * The form.
     *
     * @param id null for a new check
     * @param kinds the forms there are, one of them current
     * @param parents the checks it may stand behind
     * @param trial what a trial found, null before one
     * @param current what somebody else saved meanwhile, null when nobody did
     * @param more whether the settings most checks leave alone are shown
     */
    @CheckedTemplate(basePath = "CheckPages")
    record edit(
            UUID id,
            Form form,
            String kind,
            List<Tab> kinds,
            List<Option> methods,
            List<Option> versions,
            List<Option> types,
            List<Option> services,
            List<Option> parents,
            Result trial,
            Check current,
            boolean more)
            implements TemplateInstance {}

    private final ChecksClient checks;
    private final TasksClient tasks;
    private final CheckDesk desk;
    private final CurrentViewer viewers;

    CheckFormPages(
            @RestClient ChecksClient checks, @RestClient TasksClient tasks, CheckDesk desk, CurrentViewer viewers) {
        this.checks = checks;
        this.tasks = tasks;
        this.desk = desk;
        this.viewers = viewers;
    }

    @GET
    @Path("new")
    public TemplateInstance blank(@QueryParam("service") String service, @Context UriInfo address) {
        return page(null, CheckForm.blank(service).filled(address.getQueryParameters()), null, null);
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> fields) {
        var form = new CheckForm(Form.posted(fields));
        if (isTrial(form)) return trial(null, form);
        if (isAsked(form, FIND)) return Pages.of(200, page(null, form, null, null));
        var checked = form.checked();
        if (checked.form().refused()) return Pages.again(page(null, checked, null, null));
        try {
            var made = desk.create(bearer(), form);
            return created(made, form.form().id(CheckForm.TASK));
        } catch (CallFailed failure) {
            return Pages.again(page(null, form.with(form.form().refusedBy(failure)), null, null), failure);
        }
    }

    /** A check made for a task of a postmortem is told to that task, which is done once the check has run. */
    private Response created(Check made, Optional<UUID> task) {
        var words = say(CheckAskWords.class);
        var page = "/checks/" + made.id();
        if (task.isEmpty())
            return Flash.good(words.checkCreatedItIsProbedWithin()).on(page);
        var told = POSTMORTEM.ask(
                () -> tasks.watchedBy(bearer(), task.get(), new TasksClient.Watch(made.id(), made.name())));
        return told.down()
                ? Flash.warn(words.checkCreatedButItsTaskDoes(told.trouble())).on(page)
                : Flash.good(words.checkCreatedItsTaskIsDone()).on(page);
    }

    @GET
    @Path("{id}/edit")
    public Response edit(UUID id) {
        var check = MONITOR.call(() -> checks.check(bearer(), id));
        if (check.code() != null) return editedInCode(check.id(), check.code());
        return Pages.of(200, page(id, CheckForm.of(check), null, null));
    }

    /** Said before somebody has typed: what stands in a file is changed in the file. */
    static Response editedInCode(UUID id, ChecksClient.Origin code) {
        return Flash.warn(say(CheckAskWords.class).thisCheckIsEditedInCode(code.file(), code.line()))
                .on("/checks/" + id);
    }

    @POST
    @Path("{id}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(UUID id, MultivaluedMap<String, String> fields) {
        var form = new CheckForm(Form.posted(fields));
        if (isTrial(form)) return trial(id, form);
        if (isAsked(form, FIND)) return Pages.of(200, page(id, form, null, null));
        var checked = form.checked();
        if (checked.form().refused()) return Pages.again(page(id, checked, null, null));
        try {
            desk.change(bearer(), id, form);
            return Flash.good(say(CheckAskWords.class).checkSaved()).on("/checks/" + id);
        } catch (CallFailed failure) {
            var kept = form.with(form.form().refusedBy(failure));
            if (failure.status() != 409) return Pages.again(page(id, kept, null, null), failure);
            var theirs = MONITOR.call(() -> checks.check(bearer(), id));
            var mine = kept.with(kept.form().with("version", theirs.version()));
            return Pages.again(page(id, mine, null, theirs), failure);
        }
    }

    private Response trial(UUID id, CheckForm form) {
        var checked = form.checkedForTrial();
        if (checked.form().refused()) return Pages.again(page(id, checked, null, null));
        try {
            var result = MONITOR.call(() -> checks.tryOnce(bearer(), form.described(null)));
            return Pages.of(200, page(id, form, result, null));
        } catch (CallFailed failure) {
            return Pages.again(page(id, form.with(form.form().refusedBy(failure)), null, null), failure);
        }
    }

    private edit page(UUID id, CheckForm form, Result trial, Check current) {
        var services = desk.services(bearer()).stream()
                .map(service -> new Option(service.id().toString(), service.name()))
                .toList();
        return new edit(
                id,
                form.form(),
                form.kind(),
                tabs(form),
                METHODS,
                versions(),
                TYPES,
                services,
                parents(id, form.form()),
                trial,
                current,
                wantsMore(form.form()));
    }

    /** Those that were chosen, then those whose name holds what is looked for. */
    private List<Option> parents(UUID id, Form form) {
        var found = MONITOR.ask(() -> checks.list(
                                bearer(),
                                null,
                                null,
                                null,
                                form.given(PARENT_QUERY).orElse(null),
                                PARENTS,
                                null)
                        .items())
                .or(List.of());
        var chosen = form.all("parentIds").stream()
                .filter(parent -> parent.matches("[0-9a-f-]{36}"))
                .flatMap(parent -> found.stream()
                        .filter(check -> check.id().toString().equals(parent))
                        .findFirst()
                        .or(() -> Optional.ofNullable(MONITOR.ask(() -> checks.check(bearer(), UUID.fromString(parent)))
                                .or(null)))
                        .stream());
        return Stream.concat(chosen, found.stream())
                .filter(check -> !check.id().equals(id))
                .map(check -> new Option(check.id().toString(), check.name()))
                .distinct()
                .toList();
    }

    /** Another kind is another form; the other ways to watch have forms of their own. */
    private static List<Tab> tabs(CheckForm form) {
        var service = form.service().map(id -> "&service=" + id).orElse("");
        var own = kinds().stream()
                .map(kind -> new Tab(
                        kind.label(),
                        "/checks/new?kind=" + kind.value() + service,
                        kind.value().equals(form.kind()),
                        0));
        return Stream.concat(
                        own,
                        Stream.of(new Tab(say(CheckAskWords.class).figuresJobsPlugins(), "/checks/watch", false, 0)))
                .toList();
    }

    private static List<Option> same(String... words) {
        return Stream.of(words).map(word -> new Option(word, word)).toList();
    }

    /** Settings that differ from the usual, or are refused, must not hide. */
    private static boolean wantsMore(Form form) {
        var wrong = form.errors().stream()
                .anyMatch(
                        error -> error.field()
                                .matches(
                                        "http\\.(method|headers|body|bodyContains|username|password|token|redirects|version).*|[a-z]+\\.tls\\..*|timeout|success.*|failureWindow|degradedAfter|parentIds|detectFlapping"));
        var unusual = MORE.stream().anyMatch(field -> form.given(field).isPresent())
                || form.given("http.bodyContains").isPresent()
                || form.given("failureWindow").isPresent()
                || form.given("degradedAfter").isPresent()
                || !form.all("parentIds").isEmpty()
                || form.given(PARENT_QUERY).isPresent()
                || !form.checked("detectFlapping")
                || form.given("http.body").isPresent()
                || form.given("http.headers").isPresent()
                || differs(form, "http.method", "GET")
                || differs(form, "http.redirects", "3")
                || differs(form, "http.version", "1.1");
        return wrong || unusual;
    }

    private static boolean differs(Form form, String field, String usual) {
        return form.given(field).filter(value -> !value.equals(usual)).isPresent();
    }

    private static boolean isTrial(CheckForm form) {
        return isAsked(form, "try");
    }

    private static boolean isAsked(CheckForm form, String command) {
        return form.form().text(RowCommand.FIELD).equals(command);
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
