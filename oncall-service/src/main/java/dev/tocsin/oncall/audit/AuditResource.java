package dev.tocsin.oncall.audit;

import java.time.Instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import dev.tocsin.oncall.Cursor;
import dev.tocsin.oncall.Listing;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who changed what: for administrators. */
@Path("/api/v1/audit")
@RolesAllowed("admin")
@Transactional
@RunOnVirtualThread
public class AuditResource {
    private final AuditLog log;

    AuditResource(AuditLog log) {
        this.log = log;
    }

    record EntryView(Instant at, Audit.Actor actor, String action, String subject, String detail) {}

    @GET
    @Operation(summary = "Who changed what, newest first.")
    public Listing<EntryView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        var before = cursor == null ? Long.MAX_VALUE : Cursor.read(cursor, 1).number(0);
        return Listing.upTo(limit, log.older(before, limit + 1), entry -> Cursor.of(entry.seq))
                .map(entry -> new EntryView(
                        entry.at,
                        new Audit.Actor(entry.actorId, entry.actorName),
                        entry.action,
                        entry.subject,
                        entry.detail));
    }
}
