package dev.tocsin.postmortem.action;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Where tasks are kept. */
@ApplicationScoped
class TaskRepository implements PanacheRepositoryBase<Task, UUID> {
    /** What a list is narrowed to; {@code overdueOn} to what was due before that day. */
    record Filter(
            Optional<TaskState> state,
            Optional<UUID> owner,
            Optional<UUID> team,
            Optional<UUID> postmortem,
            Optional<LocalDate> overdueOn,
            Optional<TaskCursor> after) {}

    /** A task with what its line says of the report it stands in. */
    record Line(Task task, String report, UUID serviceId, String service, UUID teamId, String team) {}

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final String LINES =
            "select new dev.tocsin.postmortem.action.TaskRepository$Line(t, p.title, p.service.id, p.service.name, p.team.id, p.team.name)"
                    + " from Task t join Postmortem p on p.id = t.postmortemId ";

    Optional<Task> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Task> of(UUID postmortem) {
        return list("postmortemId = ?1 order by position, id", postmortem);
    }

    Optional<Line> line(UUID id) {
        return getEntityManager()
                .createQuery(LINES + "where t.id = :id", Line.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** What is due first stands first, what has no day last; withdrawn ones only where they are asked for. */
    List<Line> lines(Filter filter, int limit) {
        var where = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        where.add(filter.state.isPresent() ? "t.state = :state" : "t.state <> :state");
        values.put("state", filter.state.orElse(TaskState.WITHDRAWN));
        filter.owner.ifPresent(owner -> {
            where.add("t.ownerId = :owner");
            values.put("owner", owner);
        });
        filter.team.ifPresent(team -> {
            where.add("p.team.id = :team");
            values.put("team", team);
        });
        filter.postmortem.ifPresent(postmortem -> {
            where.add("t.postmortemId = :postmortem");
            values.put("postmortem", postmortem);
        });
        filter.overdueOn.ifPresent(day -> {
            where.add("t.due < :day");
            values.put("day", day);
        });
        values.put("never", NEVER);
        filter.after.ifPresent(after -> {
            where.add("(coalesce(t.due, :never) > :due or coalesce(t.due, :never) = :due and t.id > :id)");
            values.put("due", after.due());
            values.put("id", after.id());
        });
        var query = getEntityManager()
                .createQuery(
                        LINES + "where " + String.join(" and ", where) + " order by coalesce(t.due, :never), t.id",
                        Line.class)
                .setMaxResults(limit);
        values.forEach(query::setParameter);
        return query.getResultList();
    }

    static TaskCursor cursor(Task last) {
        return new TaskCursor(last.due == null ? NEVER : last.due, last.id);
    }

    /** Open ones with somebody to remind, due by that day. */
    List<Task> toRemind(LocalDate by) {
        return list("state = ?1 and ownerId is not null and due <= ?2 order by due", TaskState.OPEN, by);
    }

    /** Those whose check has not been seen to run, oldest first. */
    List<Task> awaitingTheirCheck(int limit) {
        return find(
                        "checkId is not null and checkRunsSince is null and state <> ?1 order by createdAt, id",
                        TaskState.WITHDRAWN)
                .page(0, limit)
                .list();
    }

    /** Says it once: false when this person was told this of this task before, by whichever replica. */
    boolean note(Task task, String kind, String subject, String body, Instant now) {
        return getEntityManager()
                        .createNativeQuery("""
                        insert into task_message (id, task_id, person_id, kind, subject, body, created_at, tries, next_try_at, outcome)
                        values (:id, :task, :person, :kind, :subject, :body, :now, 0, :now, '')
                            on conflict (task_id, person_id, kind) do nothing""")
                        .setParameter("id", UUID.randomUUID())
                        .setParameter("task", task.id)
                        .setParameter("person", task.ownerId)
                        .setParameter("kind", kind)
                        .setParameter("subject", subject)
                        .setParameter("body", body)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }
}
