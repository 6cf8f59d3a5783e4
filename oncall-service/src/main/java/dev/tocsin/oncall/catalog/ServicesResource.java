package dev.tocsin.oncall.catalog;

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
import dev.tocsin.oncall.Usages;
import dev.tocsin.oncall.Versions;
import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.audit.Caller;
import dev.tocsin.oncall.escalation.PolicyNames;
import dev.tocsin.oncall.people.Membership;
import dev.tocsin.oncall.people.Rights;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The services teams run. */
@Path("/api/v1/services")
@RolesAllowed("responder")
@Transactional
@RunOnVirtualThread
public class ServicesResource {
    private final Services services;
    private final Membership membership;
    private final PolicyNames policies;
    private final Rights rights;
    private final Usages usages;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    ServicesResource(
            Services services,
            Membership membership,
            PolicyNames policies,
            Rights rights,
            Usages usages,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.services = services;
        this.membership = membership;
        this.policies = policies;
        this.rights = rights;
        this.usages = usages;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Services by name.")
    public Listing<ServiceView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        var page = services.page(cursor, limit);
        return new Listing<>(views(page.items()), page.next());
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Register a service.")
    public ServiceView create(@Valid @NotNull ServiceRequest request) {
        var service = Service.registered(clock.instant());
        services.refuseTaken(request.name(), service.id);
        describe(service, request);
        services.persistAndFlush(service);
        audit.record(caller.actor(), "service.created", service.name, "");
        return view(service);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Operation(summary = "One service.")
    public ServiceView get(UUID id) {
        return view(services.require(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change a service.")
    public ServiceView change(UUID id, @Valid @NotNull ServiceRequest request) {
        var service = services.require(id);
        rights.mustManage(service.teamId);
        Versions.same(request.version(), service.version);
        services.refuseTaken(request.name(), id);
        describe(service, request);
        services.flush();
        audit.record(caller.actor(), "service.changed", service.name, "");
        return view(service);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(summary = "Delete a service; its keys are dead at once, its history stays.")
    public void delete(UUID id) {
        var service = services.require(id);
        usages.refuseIfNeeded(service.ref());
        service.deletedAt = clock.instant();
        audit.record(caller.actor(), "service.deleted", service.name, "");
    }

    private void describe(Service service, ServiceRequest request) {
        membership.requireTeam("teamId", request.teamId());
        rights.mustManage(request.teamId());
        policies.require("policyId", request.policyId());
        service.describe(request);
    }

    private ServiceView view(Service service) {
        return views(List.of(service)).getFirst();
    }

    private List<ServiceView> views(List<Service> rows) {
        var teams = membership.teamNames(rows.stream().map(row -> row.teamId).collect(Collectors.toSet()));
        var names = policies.of(rows.stream().map(row -> row.policyId).collect(Collectors.toSet()));
        return rows.stream().map(row -> ServiceView.of(row, teams, names)).toList();
    }
}
