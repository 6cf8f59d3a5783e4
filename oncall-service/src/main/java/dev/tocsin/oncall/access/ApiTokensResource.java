package dev.tocsin.oncall.access;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.oncall.Cursor;
import dev.tocsin.oncall.Listing;
import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.audit.Caller;
import dev.tocsin.oncall.people.Membership;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Everybody's API tokens, for administrators: to see which are forgotten, and to end one at once. */
@Path("/api/v1/api-tokens")
@RolesAllowed("admin")
@Transactional
@RunOnVirtualThread
public class ApiTokensResource {
    private final ApiTokens tokens;
    private final Membership people;
    private final Audit audit;
    private final Caller caller;

    ApiTokensResource(ApiTokens tokens, Membership people, Audit audit, Caller caller) {
        this.tokens = tokens;
        this.people = people;
        this.audit = audit;
        this.caller = caller;
    }

    /** A token without its secret; {@code prefix} is absent for tokens made before it was kept. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KeyView(UUID id, String name, Ref owner, String prefix, Instant createdAt, Instant lastUsedAt) {}

    @GET
    @Operation(summary = "Everybody's API tokens, the newest first, without their secrets.")
    public Listing<KeyView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        var found = Listing.upTo(limit, tokens.all(cursor, limit), token -> Cursor.of(token.createdAt, token.id));
        var names = people.names(
                found.items().stream().map(token -> token.personId).distinct().toList());
        return found.map(token -> new KeyView(
                token.id,
                token.name,
                new Ref(token.personId, names.getOrDefault(token.personId, "")),
                token.prefix,
                token.createdAt,
                token.lastUsedAt));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Revoke anybody's API token at once.")
    public void revoke(UUID id) {
        var token = tokens.findByIdOptional(id).orElseThrow(() -> new NotFoundException("there is no API token " + id));
        tokens.delete(token);
        audit.record(caller.actor(), "api-token.revoked", token.name, "by an administrator");
    }
}
