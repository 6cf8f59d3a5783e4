package dev.tocsin.postmortem.action;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.postmortem.facts.Ref;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A task as it is read.
 *
 * @param owner in words, as the report names them
 * @param ownerId where that is one of our people
 * @param watches what a check for it would watch: a URL, host:port, {@code *} when the task does not say; empty for a task
 *     that adds no monitoring
 * @param reason why it was declined, or what was said when it was done
 * @param check the check made for it, if there is one
 */
@RegisterForReflection
public record TaskView(
        UUID id,
        String title,
        String owner,
        Optional<UUID> ownerId,
        Optional<LocalDate> due,
        String doneWhen,
        String link,
        String watches,
        TaskState state,
        boolean overdue,
        String reason,
        Optional<Instant> settledAt,
        Optional<Ref> settledBy,
        Optional<Check> check,
        Ref postmortem,
        Ref service,
        Optional<Ref> team) {

    /** {@code runsSince} is absent until it has seen its target. */
    public record Check(UUID id, String name, Optional<Instant> runsSince) {}

    static TaskView of(TaskRepository.Line line, Instant now) {
        var task = line.task();
        return new TaskView(
                task.id,
                task.title,
                task.ownerName,
                Optional.ofNullable(task.ownerId),
                Optional.ofNullable(task.due),
                task.doneWhen,
                task.link,
                task.watches,
                task.state,
                task.isOverdue(now),
                task.reason,
                Optional.ofNullable(task.settledAt),
                task.settledBy(),
                Optional.ofNullable(task.checkId)
                        .map(id -> new Check(id, task.checkName, Optional.ofNullable(task.checkRunsSince))),
                new Ref(task.postmortemId, line.report()),
                new Ref(line.serviceId(), line.service()),
                Optional.ofNullable(line.teamId()).map(id -> new Ref(id, line.team())));
    }
}
