package dev.tocsin.oncall.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.audit.Caller;
import dev.tocsin.oncall.catalog.Catalog;
import dev.tocsin.oncall.incident.IncidentResource.Answer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The turns an incident can take beside being taken and closed: put aside, handed on, help asked for, many at once. */
@Path("/api/v1/incidents")
@RunOnVirtualThread
@RolesAllowed("responder")
class IncidentTurnsResource {
    static final int MOST_AT_ONCE = 200;

    /** How long, or until when: one of the two; a minute to 7 days. */
    record SnoozeRequest(Duration length, Instant until) {}

    /** To whom: exactly one of the three. */
    record ReassignRequest(UUID personId, UUID scheduleId, UUID policyId) {}

    record ResponderRequest(@NotNull UUID personId) {}

    /** {@code action} is acknowledge or resolve. */
    record BulkRequest(
            @NotBlank String action,
            @NotEmpty @Size(max = MOST_AT_ONCE) List<@NotNull UUID> ids) {}

    /** What became of each, in the order asked. */
    record BulkAnswer(int done, List<One> items) {
        /** One of many; {@code outcome} is unknown when there is no such incident. */
        record One(UUID id, String outcome, String message) {}
    }

    private final Incidents incidents;
    private final IncidentReader reader;
    private final Catalog catalog;
    private final Caller caller;
    private final Clock clock;

    IncidentTurnsResource(Incidents incidents, IncidentReader reader, Catalog catalog, Caller caller, Clock clock) {
        this.incidents = incidents;
        this.reader = reader;
        this.catalog = catalog;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("/{id}/snooze")
    @Operation(summary = "Puts an incident aside for a minute to 7 days; then it triggers again and pages")
    public Answer snooze(@PathParam("id") String idOrNumber, @NotNull SnoozeRequest request) {
        var id = reader.idOf(idOrNumber);
        return switch (incidents.snooze(id, me(), length(request))) {
            case Snooze.Until(var until) ->
                answer(id, "snoozed", "Snoozed until " + Clockface.read(until, zone(id), clock.instant()));
            case Snooze.TooLate(var by, var at) -> tooLate(id, by, at);
        };
    }

    @DELETE
    @Path("/{id}/snooze")
    @Operation(summary = "Ends a snooze; whoever holds the incident still does")
    public Answer wake(@PathParam("id") String idOrNumber) {
        var id = reader.idOf(idOrNumber);
        return incidents.wake(id, me())
                ? answer(id, "snooze-ended", "The snooze is over")
                : answer(id, "already-awake", "It was not snoozed");
    }

    @POST
    @Path("/{id}/reassign")
    @Operation(summary = "Hands an incident to a person, a schedule or another policy: only they are paged")
    public Answer reassign(@PathParam("id") String idOrNumber, @NotNull ReassignRequest request) {
        var id = reader.idOf(idOrNumber);
        return answer(id, "reassigned", "Reassigned to ", incidents.reassign(id, me(), assignment(request)));
    }

    @POST
    @Path("/{id}/responders")
    @Operation(summary = "Pages one more person at once")
    public Answer add(@PathParam("id") String idOrNumber, @Valid @NotNull ResponderRequest request) {
        var id = reader.idOf(idOrNumber);
        return answer(id, "added", "Asked to help: ", incidents.addResponder(id, me(), request.personId()));
    }

    @POST
    @Path("/bulk")
    @Operation(summary = "Acknowledges or resolves up to 200 incidents, each for itself")
    public BulkAnswer bulk(@Valid @NotNull BulkRequest request) {
        var items = new ArrayList<BulkAnswer.One>();
        for (var id : new LinkedHashSet<>(request.ids())) items.add(one(request.action(), id));
        var done = items.stream()
                .filter(item -> item.outcome().equals("taken") || item.outcome().equals("resolved"))
                .count();
        return new BulkAnswer(Math.toIntExact(done), items);
    }

    private BulkAnswer.One one(String action, UUID id) {
        try {
            return switch (action) {
                case "acknowledge" -> {
                    var outcome = incidents.acknowledge(id, me());
                    yield new BulkAnswer.One(id, Wording.word(outcome), Wording.of(outcome, zone(id), clock.instant()));
                }
                case "resolve" -> {
                    var outcome = incidents.resolve(id, me());
                    yield new BulkAnswer.One(id, Wording.word(outcome), Wording.of(outcome, zone(id), clock.instant()));
                }
                default -> throw Problem.badField("action", "must be acknowledge or resolve");
            };
        } catch (NotFoundException e) {
            return new BulkAnswer.One(id, "unknown", e.getMessage());
        }
    }

    private Duration length(SnoozeRequest request) {
        if ((request.length() == null) == (request.until() == null))
            throw Problem.badField("length", "or until must be given, and only one of them");
        if (request.length() != null) return request.length();
        return Duration.between(clock.instant(), request.until());
    }

    private static Assignment assignment(ReassignRequest to) {
        if (Stream.of(to.personId(), to.scheduleId(), to.policyId())
                        .filter(id -> id != null)
                        .count()
                != 1)
            throw Problem.badField("personId", "or scheduleId or policyId must be given, and only one of them");
        if (to.personId() != null) return new Assignment.ToPerson(to.personId());
        if (to.scheduleId() != null) return new Assignment.ToSchedule(to.scheduleId());
        return new Assignment.ToPolicy(to.policyId());
    }

    private Answer answer(UUID id, String word, String said, Reassigned outcome) {
        return switch (outcome) {
            case Reassigned.Done(var to) -> answer(id, word, said + to);
            case Reassigned.Nobody(var why) -> throw Problem.conflict(why);
            case Reassigned.TooLate(var by, var at) -> tooLate(id, by, at);
        };
    }

    private Answer tooLate(UUID id, String by, Instant at) {
        return answer(
                id, "already-resolved", Wording.of(new Resolution.AlreadyClosed(by, at), zone(id), clock.instant()));
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
