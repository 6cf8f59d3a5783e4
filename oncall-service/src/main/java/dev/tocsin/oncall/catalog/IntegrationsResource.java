package dev.tocsin.oncall.catalog;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.oncall.Listing;
import dev.tocsin.oncall.Secrets;
import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.audit.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The keys by which tools raise signals for a service. */
@Path("/api/v1/services/{id}/integrations")
@RolesAllowed("responder")
@Transactional
@RunOnVirtualThread
public class IntegrationsResource {
    private final Services services;
    private final Integrations integrations;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    IntegrationsResource(Services services, Integrations integrations, Audit audit, Caller caller, Clock clock) {
        this.services = services;
        this.integrations = integrations;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    record IntegrationRequest(
            @NotBlank @Size(max = 100) String name, @NotNull Integration.Kind kind) {}

    /** An integration; {@code routingKey} is the secret, present only in the answer that made it. */
    record IntegrationView(
            UUID id,
            String name,
            Integration.Kind kind,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> routingKey,
            String keyPrefix,
            Instant createdAt,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> lastUsedAt) {

        static IntegrationView of(Integration integration, Optional<String> key) {
            return new IntegrationView(
                    integration.id,
                    integration.name,
                    integration.kind,
                    key,
                    integration.keyPrefix,
                    integration.createdAt,
                    Optional.ofNullable(integration.lastUsedAt));
        }
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "A service's integrations, without their keys.")
    public Listing<IntegrationView> list(UUID id) {
        services.require(id);
        return Listing.whole(integrations.of(id).stream()
                .map(integration -> IntegrationView.of(integration, Optional.empty()))
                .toList());
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Make a routing key; it is shown this once.")
    public IntegrationView create(UUID id, @Valid @NotNull IntegrationRequest request) {
        var service = services.require(id);
        var key = Secrets.random(Integration.KEY_LENGTH);
        var integration = Integration.withKey(key, id, request.name(), request.kind(), clock.instant());
        integrations.persist(integration);
        audit.record(caller.actor(), "integration.created", service.name, integration.name);
        return IntegrationView.of(integration, Optional.of(key));
    }

    @DELETE
    @Path("/{integrationId}")
    @Operation(summary = "Revoke a routing key at once.")
    public void revoke(UUID id, UUID integrationId) {
        var service = services.require(id);
        var integration = integrations
                .of(id, integrationId)
                .orElseThrow(() -> new NotFoundException("there is no integration " + integrationId));
        integration.deletedAt = clock.instant();
        audit.record(caller.actor(), "integration.revoked", service.name, integration.name);
    }
}
