package dev.tocsin.oncall.incident;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.oncall.Listing;
import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.audit.Caller;
import dev.tocsin.oncall.catalog.Catalog;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Incidents for the dashboard and for tools of our own. */
@Path("/api/v1/incidents")
@RunOnVirtualThread
@RolesAllowed("viewer")
class IncidentResource {
    record Raise(
            @NotNull UUID serviceId,
            @NotBlank @Size(max = 1024) String title,
            @NotBlank String severity,
            JsonNode details) {}

    record Note(@NotBlank @Size(max = 2000) String text) {}

    record Remark(@Size(max = 2000) String note) {}

    /** What became of a wish; {@code message} is a sentence for the person. */
    record Answer(String outcome, String message, IncidentRow incident) {}

    private final Incidents incidents;
    private final IncidentReader reader;
    private final Catalog catalog;
    private final Caller caller;
    private final Clock clock;

    IncidentResource(Incidents incidents, IncidentReader reader, Catalog catalog, Caller caller, Clock clock) {
        this.incidents = incidents;
        this.reader = reader;
        this.catalog = catalog;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Lists incidents, newest first")
    public Listing<IncidentRow> list(
            @Valid @BeanParam IncidentFilter filter,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        return reader.list(filter, caller.id(), limit, cursor);
    }

    @GET
    @Path("/changes")
    @Operation(summary = "Says whether anything changed since a number, and how much is open")
    public IncidentReader.Changes changes(@QueryParam("after") @DefaultValue("0") long after) {
        return reader.changes();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One incident in full, by id or number")
    public IncidentDetail one(@PathParam("id") String id) {
        return reader.detail(reader.idOf(id));
    }

    @POST
    @RolesAllowed("responder")
    @ResponseStatus(201)
    @Operation(summary = "Raises an incident by hand")
    public IncidentRow raise(@Valid @NotNull Raise told) {
        var service =
                catalog.service(told.serviceId()).orElseThrow(() -> Problem.badField("serviceId", "is not a service"));
        var severity = Severity.named(told.severity())
                .orElseThrow(() -> Problem.badField("severity", "must be critical, error, warning or info"));
        var id = incidents.raise(new NewIncident(
                service,
                Optional.empty(),
                Optional.empty(),
                told.title().strip(),
                severity,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "[]",
                Optional.ofNullable(told.details()).map(JsonNode::toString),
                "Raised by %s: %s".formatted(caller.name(), told.title().strip()),
                Optional.of(me()),
                Optional.empty()));
        return reader.row(id);
    }

    @POST
    @Path("/{id}/acknowledge")
    @RolesAllowed("responder")
    @Operation(summary = "Takes an incident; escalation stops")
    public Answer acknowledge(@PathParam("id") String idOrNumber, @Valid Remark remark) {
        var id = reader.idOf(idOrNumber);
        var outcome = incidents.acknowledge(id, me());
        noted(id, remark);
        return answer(id, Wording.word(outcome), Wording.of(outcome, zone(id), clock.instant()));
    }

    @POST
    @Path("/{id}/resolve")
    @RolesAllowed("responder")
    @Operation(summary = "Closes an incident")
    public Answer resolve(@PathParam("id") String idOrNumber, @Valid Remark remark) {
        var id = reader.idOf(idOrNumber);
        noted(id, remark);
        var outcome = incidents.resolve(id, me());
        return answer(id, Wording.word(outcome), Wording.of(outcome, zone(id), clock.instant()));
    }

    @POST
    @Path("/{id}/escalate")
    @RolesAllowed("responder")
    @Operation(summary = "Pages the next step now")
    public Answer escalate(@PathParam("id") String idOrNumber, @Valid Remark remark) {
        var id = reader.idOf(idOrNumber);
        noted(id, remark);
        return switch (incidents.escalate(id, me())) {
            case Promotion.Escalated(int step) ->
                answer(id, "escalated", "Escalated: step %d is paged".formatted(step));
            case Promotion.TooLate(var by, var at) ->
                answer(
                        id,
                        "already-resolved",
                        Wording.of(new Resolution.AlreadyClosed(by, at), zone(id), clock.instant()));
        };
    }

    @POST
    @Path("/{id}/notes")
    @RolesAllowed("responder")
    @ResponseStatus(201)
    @Operation(summary = "Adds a note to the timeline")
    public Answer note(@PathParam("id") String idOrNumber, @Valid @NotNull Note note) {
        var id = reader.idOf(idOrNumber);
        incidents.note(id, note.text().strip(), me());
        return answer(id, "noted", "Noted");
    }

    private void noted(UUID id, Remark remark) {
        if (remark == null || remark.note() == null || remark.note().isBlank()) return;
        incidents.note(id, remark.note().strip(), me());
    }

    private Answer answer(UUID id, String outcome, String message) {
        return new Answer(outcome, message, reader.row(id));
    }

    private ZoneId zone(UUID id) {
        return catalog.service(incidents.facts(id).serviceId()).orElseThrow().zone();
    }

    private Actor me() {
        return new Actor.Person(caller.id(), caller.name(), Channel.WEB);
    }
}
