package dev.tocsin.oncall.catalog;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
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

import dev.tocsin.oncall.Listing;
import dev.tocsin.oncall.Secrets;
import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.audit.Caller;
import dev.tocsin.oncall.people.Rights;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The tools that raise signals for a service, and the keys by which they do. */
@Path("/api/v1/services/{id}/integrations")
@RolesAllowed("responder")
@Transactional
@RunOnVirtualThread
public class IntegrationsResource {
    /** How long a replaced key goes on when nobody says otherwise. */
    private static final Duration USUAL_GRACE = Duration.ofDays(1);

    private final Services services;
    private final Integrations integrations;
    private final IntegrationKeys keys;
    private final CatalogConfig config;
    private final Rights rights;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    IntegrationsResource(
            Services services,
            Integrations integrations,
            IntegrationKeys keys,
            CatalogConfig config,
            Rights rights,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.services = services;
        this.integrations = integrations;
        this.keys = keys;
        this.config = config;
        this.rights = rights;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    record IntegrationRequest(
            @NotBlank @Size(max = 100) String name, @NotNull Integration.Kind kind) {}

    /** {@code grace} is how long the present keys go on: from none to a week, a day unless said. */
    record Rotation(
            @DurationMin(seconds = 0) @DurationMax(days = 7) Duration grace) {}

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "A service's integrations with their keys, without the secrets.")
    public Listing<IntegrationView> list(UUID id) {
        services.require(id);
        var found = integrations.of(id);
        var theirs = keys.of(found.stream().map(i -> i.id).toList(), clock.instant());
        return Listing.whole(found.stream()
                .map(i ->
                        IntegrationView.of(i, theirs.getOrDefault(i.id, List.of()), Optional.empty(), Optional.empty()))
                .toList());
    }

    @GET
    @Path("/{integrationId}")
    @RolesAllowed("viewer")
    @Operation(summary = "One integration with its keys, without the secrets.")
    public IntegrationView get(UUID id, UUID integrationId) {
        services.require(id);
        return view(integration(id, integrationId), Optional.empty());
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Make an integration and its first key, which is shown this once.")
    public IntegrationView create(UUID id, @Valid @NotNull IntegrationRequest request) {
        var service = managed(id);
        var integration = Integration.of(id, request.name(), request.kind(), clock.instant());
        integrations.persist(integration);
        var key = freshKey(integration);
        audit.record(caller.actor(), "integration.created", service.name, integration.name);
        return view(integration, Optional.of(key));
    }

    @POST
    @Path("/{integrationId}/rotate")
    @ResponseStatus(201)
    @Operation(summary = "Make a new key, shown this once; the present ones end after a grace period.")
    public IntegrationView rotate(UUID id, UUID integrationId, @Valid Rotation rotation) {
        var service = managed(id);
        var integration = integration(id, integrationId);
        var grace = Optional.ofNullable(rotation).map(Rotation::grace).orElse(USUAL_GRACE);
        var end = clock.instant().plus(grace);
        keys.of(integrationId, clock.instant()).forEach(key -> key.endAt(end));
        keys.flush();
        var key = freshKey(integration);
        audit.record(
                caller.actor(), "integration.key-rotated", service.name, integration.name + ", old keys end " + end);
        return view(integration, Optional.of(key));
    }

    @DELETE
    @Path("/{integrationId}/keys/{keyId}")
    @Operation(summary = "Revoke one key at once.")
    public void revokeKey(UUID id, UUID integrationId, UUID keyId) {
        var service = managed(id);
        var integration = integration(id, integrationId);
        var key = keys.of(integrationId, keyId, clock.instant())
                .orElseThrow(() -> new NotFoundException("there is no key " + keyId));
        key.revoke(clock.instant());
        audit.record(
                caller.actor(),
                "integration.key-revoked",
                service.name,
                "%s, %s…".formatted(integration.name, key.keyPrefix));
    }

    @DELETE
    @Path("/{integrationId}")
    @Operation(summary = "Remove an integration; all of its keys are dead at once.")
    public void revoke(UUID id, UUID integrationId) {
        var service = managed(id);
        var integration = integration(id, integrationId);
        integration.deletedAt = clock.instant();
        audit.record(caller.actor(), "integration.revoked", service.name, integration.name);
    }

    private Service managed(UUID id) {
        var service = services.require(id);
        rights.mustManage(service.teamId);
        return service;
    }

    private String freshKey(Integration integration) {
        var key = Secrets.random(IntegrationKey.LENGTH);
        keys.persistAndFlush(IntegrationKey.of(key, integration.id, clock.instant()));
        return key;
    }

    private Integration integration(UUID service, UUID id) {
        return integrations.of(service, id).orElseThrow(() -> new NotFoundException("there is no integration " + id));
    }

    private IntegrationView view(Integration integration, Optional<String> secret) {
        var setup = secret.map(key -> Setup.of(integration.kind, config.publicUrl(), key));
        return IntegrationView.of(integration, keys.of(integration.id, clock.instant()), secret, setup);
    }
}
