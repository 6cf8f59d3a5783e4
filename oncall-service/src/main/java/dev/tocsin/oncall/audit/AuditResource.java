package dev.tocsin.oncall.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
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
    @Operation(summary = "Who changed what, newest first; of one person, or about one thing, on request.")
    public Listing<EntryView> list(
            @QueryParam("actor") Optional<UUID> actor,
            @QueryParam("q") @Size(max = 100) String words,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        var before = cursor == null ? Long.MAX_VALUE : Cursor.read(cursor, 1).number(0);
        var asked = Optional.ofNullable(words).map(String::strip).filter(text -> !text.isEmpty());
        return Listing.upTo(limit, log.older(before, limit + 1, actor, asked), entry -> Cursor.of(entry.seq))
                .map(entry -> new EntryView(
                        entry.at,
                        new Audit.Actor(entry.actorId, entry.actorName),
                        entry.action,
                        entry.subject,
                        entry.detail));
    }
}
