package dev.tocsin.dashboard.oncall;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.chart.Staircase;
import dev.tocsin.dashboard.oncall.PoliciesClient.Policy;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Group;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.RowCommand;
import dev.tocsin.dashboard.web.Tab;
import dev.tocsin.dashboard.web.TeamRights;
import dev.tocsin.dashboard.web.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** Escalation policies: who is paged first, and who when nobody answers. */
@Path("/policies")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class PolicyPages {
    @CheckedTemplate(basePath = "PolicyPages")
    record list(List<Policy> policies, List<Tab> tabs, Viewer viewer) implements TemplateInstance {}

    @CheckedTemplate(basePath = "PolicyPages")
    record one(Policy policy, Staircase stairs, boolean manages, Viewer viewer) implements TemplateInstance {}

    /** The form; {@code id} is null for a new policy, {@code current} is what somebody else saved meanwhile. */
    @CheckedTemplate(basePath = "PolicyPages")
    record edit(UUID id, Form form, List<PolicyForm.Row> steps, List<Option> teams, List<Group> targets, Policy current)
            implements TemplateInstance {}

    private final PoliciesClient policies;
    private final Choices choices;
    private final TeamRights rights;
    private final CurrentViewer viewers;

    PolicyPages(@RestClient PoliciesClient policies, Choices choices, TeamRights rights, CurrentViewer viewers) {
        this.policies = policies;
        this.choices = choices;
        this.rights = rights;
        this.viewers = viewers;
    }

    @GET
    public TemplateInstance list() {
        var all = ONCALL.call(() -> Items.all(cursor -> policies.list(bearer(), Items.MOST, cursor)));
        return new list(all, OnCallPages.tabs("policies"), viewers.get());
    }

    @GET
    @Path("new")
    @RolesAllowed("responder")
    public TemplateInstance blank() {
        return page(null, PolicyForm.blank(), null);
    }

    @POST
    @Path("new")
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> fields) {
        var form = PolicyForm.posted(Form.posted(fields));
        var command = RowCommand.in(form.form());
        if (command.isPresent()) return Pages.of(200, page(null, form.apply(command.get()), null));
        var checked = form.checked();
        if (checked.form().refused()) return Pages.again(page(null, checked, null));
        try {
            var made = ONCALL.call(() -> policies.create(bearer(), form.described()));
            return Flash.good(say(PolicyWords.class).policyCreated()).on("/policies/" + made.id());
        } catch (CallFailed failure) {
            return Pages.again(page(null, form.with(form.form().refusedBy(failure)), null), failure);
        }
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(UUID id) {
        var policy = ONCALL.call(() -> policies.policy(bearer(), id));
        var viewer = viewers.get();
        return new one(
                policy, stairs(policy), rights.manages(viewer, policy.team().id()), viewer);
    }

    private static Staircase stairs(Policy policy) {
        var steps = IntStream.range(0, policy.steps().size())
                .mapToObj(i -> new Staircase.Step(
                        "%d. %s".formatted(i + 1, policy.steps().get(i).names()),
                        policy.steps().get(i).delay()))
                .toList();
        return Staircase.of(steps);
    }

    @GET
    @Path("{id}/edit")
    @RolesAllowed("responder")
    public TemplateInstance edit(UUID id) {
        return page(id, PolicyForm.of(ONCALL.call(() -> policies.policy(bearer(), id))), null);
    }

    @POST
    @Path("{id}/edit")
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(UUID id, MultivaluedMap<String, String> fields) {
        var form = PolicyForm.posted(Form.posted(fields));
        var command = RowCommand.in(form.form());
        if (command.isPresent()) return Pages.of(200, page(id, form.apply(command.get()), null));
        var checked = form.checked();
        if (checked.form().refused()) return Pages.again(page(id, checked, null));
        try {
            ONCALL.run(() -> policies.change(bearer(), id, form.described()));
            return Flash.good(say(PolicyWords.class).policySavedIncidentsAlreadyOpenGo())
                    .on("/policies/" + id);
        } catch (CallFailed failure) {
            var kept = form.with(form.form().refusedBy(failure));
            if (failure.status() != 409) return Pages.again(page(id, kept, null), failure);
            var theirs = ONCALL.call(() -> policies.policy(bearer(), id));
            var mine = kept.with(kept.form().with("version", theirs.version()));
            return Pages.again(page(id, mine, theirs), failure);
        }
    }

    @POST
    @Path("{id}/delete")
    @RolesAllowed("admin")
    public Response delete(UUID id) {
        try {
            ONCALL.run(() -> policies.delete(bearer(), id));
            return Flash.good(say(PolicyWords.class).policyDeleted()).on("/policies");
        } catch (CallFailed.Refused refused) {
            return Flash.bad(say(PolicyWords.class).notDeleted(refused.getMessage()))
                    .on("/policies/" + id);
        }
    }

    private edit page(UUID id, PolicyForm form, Policy current) {
        return new edit(id, form.form(), form.steps(), choices.teams(bearer()), choices.targets(bearer()), current);
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
