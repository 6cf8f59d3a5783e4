package dev.tocsin.oncall.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.oncall.audit.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Brings in closed incidents from elsewhere: they are shown and measured; nobody is paged and nothing is handed on. */
@Path("/api/v1/incidents/import")
@RunOnVirtualThread
@RolesAllowed("admin")
class ImportResource {
    static final int MOST = 2000;

    /** History to bring in. */
    record Batch(@NotEmpty @Size(max = MOST) List<@Valid @NotNull Past> incidents) {}

    /** One closed incident; {@code resolvedBy} is {@code person} or {@code source}. */
    record Past(
            @NotNull UUID serviceId,
            @NotBlank @Size(max = 1024) String title,
            @NotBlank String severity,
            @NotNull Instant triggeredAt,
            Instant acknowledgedAt,
            UUID acknowledgedById,
            @NotNull Instant resolvedAt,
            @NotBlank String resolvedBy,
            UUID resolvedById,
            @Size(max = 100) List<@Valid @NotNull PastPage> pages,
            JsonNode details,
            String checkId) {}

    /** Who was told, and when. */
    record PastPage(@NotNull UUID personId, @NotNull Instant at) {}

    /** What was written; ids in the order of the request. */
    record Imported(int imported, List<UUID> ids) {}

    private final History history;
    private final Caller caller;

    ImportResource(History history, Caller caller) {
        this.history = history;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Imports closed incidents with their times; all or none")
    public Imported bring(@Valid @NotNull Batch batch) {
        var ids = history.write(batch.incidents(), caller.actor());
        return new Imported(ids.size(), ids);
    }
}
