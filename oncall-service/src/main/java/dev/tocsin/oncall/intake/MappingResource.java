package dev.tocsin.oncall.intake;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.Versions;
import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.audit.Caller;
import dev.tocsin.oncall.catalog.Catalog;
import dev.tocsin.oncall.people.Rights;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Where a tool's own JSON keeps what we need; it can be tried before anybody is paged by it. */
@Path("/api/v1/services/{id}/integrations/{integrationId}/mapping")
@RolesAllowed("responder")
@Transactional
@RunOnVirtualThread
class MappingResource {
    private final Catalog catalog;
    private final Mappings mappings;
    private final Rights rights;
    private final Audit audit;
    private final Caller caller;

    MappingResource(Catalog catalog, Mappings mappings, Rights rights, Audit audit, Caller caller) {
        this.catalog = catalog;
        this.mappings = mappings;
        this.rights = rights;
        this.audit = audit;
        this.caller = caller;
    }

    /** A body as the tool would send it, and the mapping to try; without one the integration's own. */
    record Trial(@Valid Mapping mapping, @NotNull JsonNode body) {}

    /** What would be taken, or why nothing would. Nothing was stored and nobody is paged. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Verdict(
            boolean good,
            List<String> errors,
            Optional<String> action,
            Optional<String> dedupKey,
            Optional<String> summary,
            Optional<String> severity,
            Optional<String> source,
            Optional<Instant> observed,
            Optional<String> link,
            Optional<String> details) {

        static Verdict of(Read read) {
            return switch (read) {
                case Read.Bad(var errors) -> {
                    Optional<String> none = Optional.empty();
                    yield new Verdict(false, errors, none, none, none, none, none, Optional.empty(), none, none);
                }
                case Read.Good(var delivery) -> of(delivery.signals().getFirst());
            };
        }

        private static Verdict of(Signal signal) {
            return new Verdict(
                    true,
                    List.of(),
                    Optional.of(signal.action().name().toLowerCase(Locale.ROOT)),
                    Optional.of(signal.dedupKey()),
                    Optional.of(signal.title()),
                    Optional.of(signal.severity().wire()),
                    signal.source(),
                    signal.observed(),
                    signal.clientUrl(),
                    signal.details());
        }
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "The mapping in force.")
    public RestResponse<Mapping> get(UUID id, UUID integrationId) {
        return tagged(mappings.of(integration(id, integrationId).mapping()));
    }

    private static RestResponse<Mapping> tagged(Mapping mapping) {
        return RestResponse.ResponseBuilder.ok(mapping)
                .header(HttpHeaders.ETAG, Versions.tag(mapping))
                .build();
    }

    @PUT
    @Operation(
            summary = "Set the mapping; it holds from the next request on.",
            description = "With the ETag of the mapping as read in If-Match: 409 when somebody changed it meanwhile.")
    public RestResponse<Mapping> set(
            UUID id,
            UUID integrationId,
            @HeaderParam(HttpHeaders.IF_MATCH) String read,
            @Valid @NotNull Mapping mapping) {
        var integration = integration(id, integrationId);
        rights.mustManage(integration.service().teamId());
        Versions.unchanged(read, mappings.of(integration.mapping()));
        catalog.map(integrationId, Optional.of(mappings.text(mapping)));
        audit.record(
                caller.actor(), "integration.mapping-set", integration.service().name(), mappings.text(mapping));
        return tagged(mapping);
    }

    @DELETE
    @Operation(summary = "Go back to the usual form.")
    public void reset(UUID id, UUID integrationId) {
        var integration = integration(id, integrationId);
        rights.mustManage(integration.service().teamId());
        catalog.map(integrationId, Optional.empty());
        audit.record(
                caller.actor(),
                "integration.mapping-removed",
                integration.service().name(),
                "");
    }

    @POST
    @Path("/try")
    @Operation(summary = "Say what a body would become; nothing is stored.")
    public Verdict attempt(UUID id, UUID integrationId, @Valid @NotNull Trial trial) {
        var kept = integration(id, integrationId).mapping();
        if (!(trial.body() instanceof ObjectNode body)) throw Problem.badField("body", "must be a JSON object");
        return Verdict.of(
                GenericForm.read(body, Optional.ofNullable(trial.mapping()).orElseGet(() -> mappings.of(kept))));
    }

    private Catalog.Door integration(UUID service, UUID id) {
        return catalog.integration(service, id)
                .orElseThrow(() -> new NotFoundException("there is no integration " + id));
    }
}
