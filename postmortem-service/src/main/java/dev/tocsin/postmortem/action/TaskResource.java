package dev.tocsin.postmortem.action;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.tocsin.postmortem.Caller;
import dev.tocsin.postmortem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Tasks of published reports: found, and ended by their owners or by any responder. */
@Path("/api/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
@RunOnVirtualThread
class TaskResource {
    private static final int LONGEST = 1_000;

    /** A page of the list; {@code next} is absent on the last. */
    record Listing(List<TaskView> items, Optional<String> next) {}

    /** {@code at}, for administrators, dates history from elsewhere. */
    record Finishing(
            @Size(max = 1_000, message = "must be at most 1000 characters")
            String note,

            Optional<Instant> at) {
        Finishing {
            note = note == null ? "" : note.strip();
            at = at == null ? Optional.empty() : at;
        }
    }

    record Declining(String reason) {}

    record Watching(
            @NotNull(message = "is required") UUID checkId,

            @NotBlank(message = "is required") @Size(max = 200, message = "must be at most 200 characters")
            String name) {}

    private final Tasks tasks;
    private final Caller caller;

    TaskResource(Tasks tasks, Caller caller) {
        this.tasks = tasks;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "List tasks, the first due first; without a state all that the reports still hold")
    public Listing list(
            @RestQuery Optional<String> state,
            @RestQuery Optional<UUID> owner,
            @RestQuery @DefaultValue("false") boolean mine,
            @RestQuery Optional<UUID> team,
            @RestQuery Optional<UUID> postmortem,
            @RestQuery @DefaultValue("false") boolean overdue,
            @RestQuery Optional<String> cursor,
            @RestQuery
                    @DefaultValue("50")
                    @Min(value = 1, message = "must be at least 1")
                    @Max(value = 200, message = "must be at most 200")
                    int limit) {
        var filter = new TaskRepository.Filter(
                overdue ? Optional.of(TaskState.OPEN) : state.map(TaskState::fromString),
                mine ? Optional.of(caller.person().id()) : owner,
                team,
                postmortem,
                tasks.today(overdue),
                cursor.map(TaskCursor::parse));
        var lines = tasks.lines(filter, limit + 1);
        var now = tasks.now();
        var shown =
                lines.stream().limit(limit).map(line -> TaskView.of(line, now)).toList();
        return new Listing(
                shown,
                lines.size() <= limit
                        ? Optional.empty()
                        : Optional.of(TaskRepository.cursor(lines.get(limit - 1).task())
                                .toString()));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a task")
    public TaskView get(@RestPath UUID id) {
        return tasks.view(id);
    }

    @POST
    @Path("/{id}/done")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say that it is done: its owner or a responder")
    public TaskView done(@RestPath UUID id, @Valid Finishing request) {
        mustBeTheirsOrResponder(id);
        var said = request == null ? new Finishing("", Optional.empty()) : request;
        if (said.at().isPresent() && !caller.isAdmin())
            throw new ForbiddenException("only an administrator may date what was done");
        return tasks.done(id, said.note(), said.at(), caller.person());
    }

    @POST
    @Path("/{id}/decline")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say that it will not be done, and why: its owner or a responder")
    public TaskView decline(@RestPath UUID id, Declining request) {
        mustBeTheirsOrResponder(id);
        return tasks.decline(id, reason(request), caller.person());
    }

    @POST
    @Path("/{id}/reopen")
    @Operation(summary = "Open it again: its owner or a responder")
    public TaskView reopen(@RestPath UUID id) {
        mustBeTheirsOrResponder(id);
        return tasks.reopen(id);
    }

    @POST
    @Path("/{id}/check")
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Name the check that was made for it; it is done once that check runs")
    public TaskView watchedBy(@RestPath UUID id, @NotNull(message = "is required") @Valid Watching request) {
        return tasks.watchedBy(id, request.checkId(), request.name().strip());
    }

    /** Looked at only once it is known that the caller may decline at all. */
    private static String reason(Declining request) {
        var reason = request == null || request.reason() == null
                ? ""
                : request.reason().strip();
        if (reason.isEmpty()) throw Problem.badField("reason", "is required");
        if (reason.length() > LONGEST) throw Problem.badField("reason", "must be at most " + LONGEST + " characters");
        return reason;
    }

    private void mustBeTheirsOrResponder(UUID id) {
        if (!caller.isResponder() && !tasks.belongsTo(id, caller.person().id()))
            throw new ForbiddenException("only its owner or a responder may say what became of a task");
    }
}
