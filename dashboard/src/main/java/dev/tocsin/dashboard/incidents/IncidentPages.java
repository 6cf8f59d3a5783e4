package dev.tocsin.dashboard.incidents;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.incidents.IncidentsClient.Details;
import dev.tocsin.dashboard.incidents.IncidentsClient.NewIncident;
import dev.tocsin.dashboard.incidents.IncidentsClient.NewNote;
import dev.tocsin.dashboard.incidents.IncidentsClient.Nothing;
import dev.tocsin.dashboard.live.Changes;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.LocalPath;
import dev.tocsin.dashboard.web.Names;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.Tab;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;
import static dev.tocsin.dashboard.web.Service.POSTMORTEM;

/** The pages about incidents, and the actions on one. */
@Path("/")
@RolesAllowed("viewer")
@RunOnVirtualThread
public class IncidentPages {
    private static final int ON_A_PAGE = 50;
    private static final int LONGEST_NOTE = 2000;

    @CheckedTemplate(basePath = "IncidentPages")
    record list(
            List<Tab> tabs,
            Items<IncidentRow> found,
            Filter filter,
            Form form,
            List<Option> teams,
            List<Option> services,
            List<Option> severities,
            String csv,
            String older,
            String newest,
            String here,
            int open,
            boolean mayAct)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "IncidentPages")
    record one(
            long latest,
            Incident incident,
            IncidentRow row,
            NextAction next,
            boolean mayAct,
            Postmortem postmortem,
            List<RecentChanges.Change> recent,
            Related related,
            Form note)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "IncidentPages")
    record raise(Form form, List<Option> services, List<Option> severities) implements TemplateInstance {}

    private static final int CHANGES_SHOWN = 10;

    /** What there is to read or write about a resolved incident; href is empty when there is nothing. */
    record Postmortem(String state, String href) {}

    private final IncidentsClient incidents;
    private final PostmortemLookup postmortems;
    private final Names names;
    private final Changes changes;
    private final RecentChanges recentChanges;
    private final Related.Source related;
    private final CurrentViewer viewers;

    IncidentPages(
            @RestClient IncidentsClient incidents,
            @RestClient PostmortemLookup postmortems,
            @RestClient Names names,
            Changes changes,
            @RestClient RecentChanges recentChanges,
            Related.Source related,
            CurrentViewer viewers) {
        this.incidents = incidents;
        this.postmortems = postmortems;
        this.names = names;
        this.changes = changes;
        this.recentChanges = recentChanges;
        this.related = related;
        this.viewers = viewers;
    }

    @GET
    @Path("/incidents")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance list(@BeanParam Filter filter, @QueryParam("cursor") String cursor) {
        var viewer = viewers.get();
        var teams = ONCALL.later(() -> names.teams(viewer.bearer(), Names.MOST));
        var services = ONCALL.later(() -> names.services(viewer.bearer(), Names.MOST));
        var found = ONCALL.call(() -> incidents.list(
                viewer.bearer(), filter.query(viewer.zone(), ON_A_PAGE, cursor).parameters()));
        return new list(
                tabs(filter),
                found,
                filter,
                filter.form(),
                Names.options(teams.get()),
                Names.options(services.get()),
                Option.severities(),
                "/incidents.csv" + filter.address(),
                found.next() == null ? null : "/incidents" + filter.address(found.next()),
                cursor == null || cursor.isBlank() ? null : "/incidents" + filter.address(),
                "/incidents" + (cursor == null || cursor.isBlank() ? filter.address() : filter.address(cursor)),
                (int) found.items().stream().filter(IncidentRow::isOpen).count(),
                viewer.mayAct());
    }

    @GET
    @Path("/incidents/new")
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed("responder")
    public TemplateInstance raise() {
        return new raise(Form.blank().with("severity", "critical"), services(), Option.severities());
    }

    @POST
    @Path("/incidents")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("responder")
    public Response raise(MultivaluedMap<String, String> fields) {
        var words = say(IncidentWords.class);
        var form = Form.posted(fields);
        if (form.given("serviceId").isEmpty())
            return Pages.again(
                    new raise(form.refuse("serviceId", words.chooseWhatIsBroken()), services(), Option.severities()));
        if (form.given("title").isEmpty())
            return Pages.again(
                    new raise(form.refuse("title", words.sayWhatIsWrong()), services(), Option.severities()));
        try {
            var asked = new NewIncident(
                    UUID.fromString(form.text("serviceId")),
                    form.text("title").strip(),
                    form.text("severity"),
                    form.given("details").map(Details::new).orElse(null));
            var made = ONCALL.call(() -> incidents.raise(viewers.get().bearer(), asked));
            return Flash.good(words.incidentRaisedTheEscalationPolicyHas()).on("/incidents/" + made.id());
        } catch (CallFailed failure) {
            return Pages.again(new raise(form.refusedBy(failure), services(), Option.severities()), failure);
        }
    }

    @GET
    @Path("/incidents/{id}")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance one(@PathParam("id") String id) {
        return page(id, Form.blank());
    }

    @POST
    @Path("/incidents/{id}/{action: acknowledge|resolve|escalate}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("responder")
    public Response act(@PathParam("id") UUID id, @PathParam("action") String action, @FormParam("back") String back) {
        var done = ONCALL.call(() -> incidents.act(viewers.get().bearer(), id, action, new Nothing()));
        var flash = done.wasAlready() ? Flash.warn(done.message()) : Flash.good(done.message());
        return flash.on(LocalPath.or(back, "/incidents/" + id));
    }

    /** Takes what is ticked, or all that the page showed as open. */
    @POST
    @Path("/incidents/bulk")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("responder")
    public Response bulk(MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        var back = LocalPath.or(form.text("back"), "/incidents");
        var ids = fields.getOrDefault(form.is("all", "true") ? "page" : "id", List.of());
        if (ids.isEmpty())
            return Flash.warn(say(IncidentWords.class).nothingWasSelected()).on(back);
        var asked = new IncidentsClient.Many(
                form.text("action"), ids.stream().map(UUID::fromString).toList());
        var done = ONCALL.call(() -> incidents.bulk(viewers.get().bearer(), asked));
        return done.flash(form.text("action")).on(back);
    }

    @POST
    @Path("/incidents/{id}/notes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("responder")
    public Response note(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        var words = say(IncidentWords.class);
        var form = Form.posted(fields);
        var text = form.text("text").strip();
        if (text.isEmpty()) return Pages.again(page(id.toString(), form.refuse("text", words.theNoteIsEmpty())));
        if (text.length() > LONGEST_NOTE)
            return Pages.again(
                    page(id.toString(), form.refuse("text", words.charactersAreAllowed(text.length(), LONGEST_NOTE))));
        try {
            ONCALL.call(() -> {
                incidents.note(viewers.get().bearer(), id, new NewNote(text));
                return null;
            });
            return Flash.good(words.noteAdded()).on("/incidents/" + id);
        } catch (CallFailed.Refused refused) {
            return Pages.again(page(id.toString(), form.refusedBy(refused)), refused);
        }
    }

    /** Leads to the postmortem of a resolved incident; where there is none yet, to the page that can open one. */
    @GET
    @Path("/incidents/{id}/postmortem")
    public Response postmortem(@PathParam("id") UUID id) {
        var draft = POSTMORTEM.ask(() -> postmortems.byIncident(viewers.get().bearer(), id));
        var there =
                draft.down() ? "/postmortems/by-incident/" + id : draft.value().href();
        return Response.seeOther(URI.create(there)).build();
    }

    private TemplateInstance page(String id, Form note) {
        var viewer = viewers.get();
        var latest = ONCALL.ask(() -> changes.latest(viewer.bearer())).or(0L);
        var incident = ONCALL.call(() -> incidents.find(viewer.bearer(), id));
        var row = incident.row();
        var recent = ONCALL.ask(() -> recentChanges.before(viewer.bearer(), row.id(), CHANGES_SHOWN))
                .map(Items::items)
                .or(List.of());
        var postmortem = row.isOpen()
                ? new Postmortem("", "")
                : POSTMORTEM
                        .ask(() -> postmortems.byIncident(viewer.bearer(), row.id()))
                        .map(found -> new Postmortem(found.state(), found.href()))
                        .or(new Postmortem("", ""));
        return new one(
                latest,
                incident,
                row,
                NextAction.of(row, viewer.mayAct()),
                viewer.mayAct(),
                postmortem,
                recent,
                related.of(viewer, incident),
                note);
    }

    private List<Option> services() {
        return Names.options(ONCALL.ask(() -> names.services(viewers.get().bearer(), Names.MOST)));
    }

    private static List<Tab> tabs(Filter filter) {
        var words = say(IncidentWords.class);
        var state = filter.stateOrOpen();
        return List.of(
                tab(words.open(), filter.withState("open", false), state.equals("open") && !filter.onlyMine()),
                tab(words.mine(), filter.withState("open", true), state.equals("open") && filter.onlyMine()),
                tab(words.resolved(), filter.withState("resolved", false), state.equals("resolved")),
                tab(words.all(), filter.withState("all", false), state.equals("all")));
    }

    private static Tab tab(String label, Filter filter, boolean current) {
        return new Tab(label, "/incidents" + filter.address(), current, 0);
    }
}
