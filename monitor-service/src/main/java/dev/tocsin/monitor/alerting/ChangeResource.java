package dev.tocsin.monitor.alerting;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import dev.tocsin.monitor.database.Database;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What happened to a check, and whether those who should know have been told. */
@Path("/api/v1/checks")
@RunOnVirtualThread
class ChangeResource {
    private final Database database;

    ChangeResource(Database database) {
        this.database = database;
    }

    @GET
    @Path("/{id}/changes")
    @RolesAllowed("viewer")
    @Operation(summary = "The state changes of a check, newest first, each with the fate of its event")
    public List<ChangeView> changes(UUID id, @QueryParam("limit") @DefaultValue("50") int limit) {
        return database.list(
                """
                select *, case when delivery <> 'delivered' or tries > 1 then answer end as said
                from status_change where check_id = ? order by id desc limit ?
                """,
                row -> new ChangeView(
                        row.instant("observed_at"),
                        row.instant("at"),
                        row.text("from_state"),
                        row.text("to_state"),
                        row.text("reason"),
                        row.maybeText("signal"),
                        row.text("delivery"),
                        row.maybeInstant("delivered_at"),
                        row.integer("tries"),
                        row.maybeText("said")),
                id,
                Math.clamp(limit, 1, 200));
    }
}
