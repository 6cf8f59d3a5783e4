package dev.tocsin.oncall.escalation;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import dev.tocsin.oncall.Listing;
import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.Usages;
import dev.tocsin.oncall.Versions;
import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.audit.Caller;
import dev.tocsin.oncall.people.Membership;
import dev.tocsin.oncall.people.Rights;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Escalation policies. */
@Path("/api/v1/policies")
@RolesAllowed("responder")
@Transactional
@RunOnVirtualThread
public class PoliciesResource {
    private final Policies policies;
    private final Targets targets;
    private final Membership membership;
    private final Rights rights;
    private final Usages usages;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    PoliciesResource(
            Policies policies,
            Targets targets,
            Membership membership,
            Rights rights,
            Usages usages,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.policies = policies;
        this.targets = targets;
        this.membership = membership;
        this.rights = rights;
        this.usages = usages;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Policies by name.")
    public Listing<PolicyView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        var page = policies.page(cursor, limit);
        return new Listing<>(views(page.items()), page.next());
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Agree on a policy.")
    public PolicyView create(@Valid @NotNull PolicyRequest request) {
        var team = membership.requireTeam("teamId", request.teamId());
        rights.mustManage(team.id());
        var steps = request.policySteps();
        targets.requireAll(steps);
        var policy = Policy.agreed(request.name(), team.id(), request.repeats(), steps, clock.instant());
        policies.refuseTaken(policy.name, policy.id);
        policies.persistAndFlush(policy);
        audit.record(caller.actor(), "policy.created", policy.name, team.name());
        return view(policy);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Operation(summary = "One policy.")
    public PolicyView get(UUID id) {
        return view(policies.require(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change a policy; open incidents follow it from their next step on.")
    public PolicyView change(UUID id, @Valid @NotNull PolicyRequest request) {
        var policy = policies.require(id);
        rights.mustManage(policy.teamId);
        Versions.same(request.version(), policy.version);
        policies.refuseTaken(request.name(), id);
        var team = membership.requireTeam("teamId", request.teamId());
        rights.mustManage(team.id());
        var steps = request.policySteps();
        targets.requireAll(steps);
        policy.describe(request.name(), team.id(), request.repeats(), steps);
        policies.flush();
        audit.record(caller.actor(), "policy.changed", policy.name, "");
        return view(policy);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(summary = "Delete a policy that no service needs any more.")
    public void delete(UUID id) {
        var policy = policies.require(id);
        usages.refuseIfNeeded(policy.ref());
        policy.deletedAt = clock.instant();
        audit.record(caller.actor(), "policy.deleted", policy.name, "");
    }

    private PolicyView view(Policy policy) {
        return views(List.of(policy)).getFirst();
    }

    private List<PolicyView> views(List<Policy> rows) {
        var names = targets.names(
                rows.stream().flatMap(policy -> policy.steps.stream()).toList());
        var teams =
                membership.teamNames(rows.stream().map(policy -> policy.teamId).collect(Collectors.toSet()));
        return rows.stream()
                .map(policy -> new PolicyView(
                        policy.id,
                        policy.name,
                        new Ref(policy.teamId, teams.get(policy.teamId)),
                        policy.repeats,
                        policy.steps.stream()
                                .map(step -> new PolicyView.StepView(
                                        step.delay(),
                                        step.targets().stream()
                                                .map(target -> new PolicyView.TargetView(
                                                        target.kind(), target.id(), names.get(target.id())))
                                                .toList()))
                                .toList(),
                        policy.version))
                .toList();
    }
}
