package dev.tocsin.monitor.alerting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.database.Row;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What happened to a check, and whether those who should know have been told. */
@Path("/api/v1/checks")
@RunOnVirtualThread
class ChangeResource {
    private final Database database;
    private final ObjectMapper json;

    ChangeResource(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The newest change of any check's state, as a number that only grows; 0 before the first. */
    public record Latest(long latest) {}

    /** A failure that the next probe did not confirm. */
    public record SlipView(Instant from, Instant until, String reason, List<Attempt> attempts) {}

    @GET
    @Path("/changes")
    @RolesAllowed("viewer")
    @Operation(summary = "The number of the newest change of any check's state: whoever has seen it has nothing to ask")
    public Latest latest() {
        return database.list(
                        "select coalesce(max(id), 0) as latest from status_change",
                        row -> new Latest(row.number("latest")))
                .getFirst();
    }

    @GET
    @Path("/{id}/changes")
    @RolesAllowed("viewer")
    @Operation(summary = "The state changes of a check, newest first, each with the fate of its event")
    public List<ChangeView> changes(UUID id, @QueryParam("limit") @DefaultValue("50") int limit) {
        return database.list("""
                select *, evidence::text as proof, case when delivery <> 'delivered' or tries > 1 then answer end as said
                from status_change where check_id = ? order by id desc limit ?
                """, this::view, id, Math.clamp(limit, 1, 200));
    }

    @GET
    @Path("/{id}/unconfirmed")
    @RolesAllowed("viewer")
    @Operation(summary = "Failures that the next probe did not confirm, newest first; they paged nobody")
    public List<SlipView> unconfirmed(UUID id, @QueryParam("limit") @DefaultValue("50") int limit) {
        return database.list(
                "select *, attempts::text as tried from unconfirmed_failure where check_id = ? order by began desc limit ?",
                row -> new SlipView(
                        row.instant("began"), row.instant("ended"), row.text("reason"), attempts(row.text("tried"))),
                id,
                Math.clamp(limit, 1, 200));
    }

    private ChangeView view(Row row) {
        var proof = row.maybeText("proof").map(this::proof).orElse(Proof.NONE);
        return new ChangeView(
                row.instant("observed_at"),
                row.instant("at"),
                row.text("from_state"),
                row.text("to_state"),
                row.text("reason"),
                row.maybeText("signal"),
                row.text("delivery"),
                row.maybeInstant("delivered_at"),
                row.integer("tries"),
                row.maybeText("said"),
                proof.attempts(),
                proof.differences());
    }

    private Proof proof(String text) {
        try {
            return json.readValue(text, Proof.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored evidence that cannot be read", e);
        }
    }

    private List<Attempt> attempts(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored attempts that cannot be read", e);
        }
    }
}
