package dev.tocsin.oncall.coverage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import dev.tocsin.oncall.Listing;
import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.catalog.Inventory;
import dev.tocsin.oncall.people.Membership;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where trouble would find nobody in the next 90 days. */
@Path("/api/v1/coverage")
@RolesAllowed("viewer")
@Transactional
@RunOnVirtualThread
public class CoverageResource {
    private final Inventory inventory;
    private final Coverage coverage;
    private final Membership membership;

    CoverageResource(Inventory inventory, Coverage coverage, Membership membership) {
        this.inventory = inventory;
        this.coverage = coverage;
        this.membership = membership;
    }

    /** One service; no findings: whenever it breaks, somebody who can be reached is told at each step. */
    record ServiceCoverage(Ref service, Ref team, List<FindingView> findings) {}

    @GET
    @Operation(summary = "Every service by name, with what would go wrong in the next 90 days; of one team on request.")
    public Listing<ServiceCoverage> all(
            @QueryParam("team") Optional<UUID> team,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        var page = inventory.page(team, cursor, limit);
        return new Listing<>(views(page.items()), page.next());
    }

    @GET
    @Path("/{serviceId}")
    @Operation(summary = "What would go wrong with one service in the next 90 days.")
    public ServiceCoverage one(UUID serviceId) {
        var entry =
                inventory.find(serviceId).orElseThrow(() -> new NotFoundException("there is no service " + serviceId));
        return views(List.of(entry)).getFirst();
    }

    private List<ServiceCoverage> views(List<Inventory.Entry> services) {
        var findings = coverage.findings(services);
        var names = names(findings.values());
        var teams = membership.teamNames(
                services.stream().map(Inventory.Entry::teamId).collect(Collectors.toSet()));
        return services.stream()
                .map(entry -> new ServiceCoverage(
                        entry.service(),
                        new Ref(entry.teamId(), teams.get(entry.teamId())),
                        findings.get(entry.service().id()).stream()
                                .map(finding -> FindingView.of(finding, names))
                                .toList()))
                .toList();
    }

    private Map<UUID, String> names(Collection<List<Finding>> findings) {
        return membership.names(findings.stream()
                .flatMap(List::stream)
                .flatMap(finding -> finding.person().stream())
                .collect(Collectors.toSet()));
    }
}
