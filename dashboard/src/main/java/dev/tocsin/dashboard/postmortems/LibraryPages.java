package dev.tocsin.dashboard.postmortems;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.postmortems.PostmortemsClient.Row;
import dev.tocsin.dashboard.web.Address;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.Tab;
import dev.tocsin.dashboard.web.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Service.ONCALL;
import static dev.tocsin.dashboard.web.Service.POSTMORTEM;

/** The library: what was learnt, what is being written, found by its words. */
@Path("/postmortems")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class LibraryPages {
    private static final int PAGE = 20;
    private static final List<String> STATES = List.of("published", "draft", "in-review", "approved", "declined");
    private static final List<Option> SEVERITIES = List.of(
            new Option("critical", "Critical"),
            new Option("error", "Error"),
            new Option("warning", "Warning"),
            new Option("info", "Info"));

    @CheckedTemplate(basePath = "PostmortemPages")
    record library(
            List<Row> rows,
            String state,
            List<Tab> tabs,
            Form filter,
            List<Option> teams,
            List<Option> severities,
            boolean filtered,
            String next,
            String first,
            Viewer viewer)
            implements TemplateInstance {}

    /** Shown while the draft of an incident just resolved is on its way, or where none opens by itself. */
    @CheckedTemplate(basePath = "PostmortemPages")
    record notYet(UUID incidentId, Viewer viewer) implements TemplateInstance {}

    private final PostmortemsClient postmortems;
    private final TeamsClient teams;
    private final CurrentViewer viewers;

    LibraryPages(@RestClient PostmortemsClient postmortems, @RestClient TeamsClient teams, CurrentViewer viewers) {
        this.postmortems = postmortems;
        this.teams = teams;
        this.viewers = viewers;
    }

    @GET
    public TemplateInstance library(
            @QueryParam("state") String asked,
            @QueryParam("q") String q,
            @QueryParam("team") String team,
            @QueryParam("severity") String severity,
            @QueryParam("cursor") String cursor) {
        var state = asked != null && STATES.contains(asked) ? asked : "published";
        var filter = Form.blank().with("q", q).with("team", team).with("severity", severity);
        var bearer = viewers.get().bearer();
        var choices = ONCALL.later(() -> Items.all(next -> teams.list(bearer, Items.MOST, next)));
        Items<Row> found = POSTMORTEM.call(() -> postmortems.list(
                bearer,
                state,
                filter.given("q").orElse(null),
                filter.id("team").orElse(null),
                filter.given("severity").orElse(null),
                PAGE,
                cursor));
        var narrowed =
                new Address("/postmortems").with("q", q).with("team", team).with("severity", severity);
        var here = narrowed.with("state", state);
        return new library(
                found.items(),
                state,
                tabs(narrowed, state),
                filter,
                choices.get().or(List.of()).stream()
                        .map(one -> new Option(one.id().toString(), one.name()))
                        .toList(),
                SEVERITIES,
                !narrowed.path().equals("/postmortems"),
                found.next() == null ? null : here.with("cursor", found.next()).path(),
                cursor == null ? null : here.path(),
                viewers.get());
    }

    /** From a resolved incident to its report: the published page, else the draft. */
    @GET
    @Path("by-incident/{incidentId}")
    public Response ofIncident(UUID incidentId) {
        try {
            var report =
                    POSTMORTEM.call(() -> postmortems.ofIncident(viewers.get().bearer(), incidentId));
            return Response.seeOther(URI.create("/postmortems/" + report.id())).build();
        } catch (CallFailed.Refused refused) {
            if (!refused.isNotFound()) throw refused;
            return Pages.of(404, new notYet(incidentId, viewers.get()));
        }
    }

    /** Opens the report of an incident that got none by itself. */
    @POST
    @Path("by-incident/{incidentId}")
    @RolesAllowed("responder")
    public Response open(UUID incidentId) {
        try {
            var report = POSTMORTEM.call(() -> postmortems.open(viewers.get().bearer(), incidentId));
            return Flash.good("Opened, with everything measured filled in.")
                    .on("/postmortems/" + report.id() + "/edit");
        } catch (CallFailed.Refused refused) {
            return Flash.bad("Not opened: " + refused.getMessage()).on("/incidents/" + incidentId);
        }
    }

    private static List<Tab> tabs(Address narrowed, String state) {
        return List.of(
                tab(narrowed, "published", "Published", state),
                tab(narrowed, "draft", "Drafts", state),
                tab(narrowed, "in-review", "In review", state),
                tab(narrowed, "approved", "Approved", state),
                tab(narrowed, "declined", "Declined", state));
    }

    private static Tab tab(Address narrowed, String key, String label, String state) {
        return new Tab(label, narrowed.with("state", key).path(), key.equals(state), 0);
    }
}
