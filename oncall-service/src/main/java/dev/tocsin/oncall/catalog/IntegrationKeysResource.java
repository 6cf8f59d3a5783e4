package dev.tocsin.oncall.catalog;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.oncall.Cursor;
import dev.tocsin.oncall.Listing;
import dev.tocsin.oncall.Ref;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Every living key of every integration, for administrators; they are revoked where their integration is. */
@Path("/api/v1/integration-keys")
@RolesAllowed("admin")
@Transactional
@RunOnVirtualThread
public class IntegrationKeysResource {
    private final IntegrationKeys keys;
    private final Clock clock;

    IntegrationKeysResource(IntegrationKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** A key without its secret, and the service whose alarm it rings. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KeyView(
            UUID id,
            Ref integration,
            Ref service,
            Integration.Kind kind,
            String prefix,
            Instant createdAt,
            Instant lastUsedAt,
            Instant expiresAt) {}

    @GET
    @Operation(summary = "Every living routing key, the newest first, without its secret.")
    public Listing<KeyView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        var found = keys.everywhere(clock.instant(), cursor, limit);
        return Listing.upTo(limit, found, row -> Cursor.of(row.key().createdAt, row.key().id))
                .map(row -> new KeyView(
                        row.key().id,
                        new Ref(row.integration().id, row.integration().name),
                        new Ref(row.service().id, row.service().name),
                        row.integration().kind,
                        row.key().keyPrefix,
                        row.key().createdAt,
                        row.key().lastUsedAt,
                        row.key().expiresAt));
    }
}
