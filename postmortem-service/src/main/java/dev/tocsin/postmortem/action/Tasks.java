package dev.tocsin.postmortem.action;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;

import dev.tocsin.postmortem.Problem;
import dev.tocsin.postmortem.export.Pages;
import dev.tocsin.postmortem.facts.Ref;
import dev.tocsin.postmortem.publishing.Published;
import dev.tocsin.postmortem.publishing.PublishedReports;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;

/** Makes tasks of what is published, changes and finds them, and notes whom to tell; each call is one transaction. */
@ApplicationScoped
class Tasks {
    private static final String ASSIGNED = "assigned";
    /** A day begins half a day earlier somewhere. */
    private static final int REMINDED_BEFORE = 3;

    private final TaskRepository tasks;
    private final PublishedReports reports;
    private final Pages pages;
    private final Clock clock;
    private final MeterRegistry metrics;

    Tasks(TaskRepository tasks, PublishedReports reports, Pages pages, Clock clock, MeterRegistry metrics) {
        this.tasks = tasks;
        this.reports = reports;
        this.pages = pages;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** In the transaction that publishes: either both stand or neither. */
    void take(@Observes Published published) {
        var now = now();
        var report = published.postmortemId();
        var content = reports.find(report).orElseThrow().content();
        var known = tasks.of(report).stream().collect(Collectors.toMap(t -> t.contentId, Function.identity()));
        var zone = ZoneId.of(content.summary().zone());
        var position = 0;
        for (var promised : content.tasks()) {
            var task = known.remove(promised.id());
            if (task == null) {
                task = new Task(report, promised, position++, zone, now);
                tasks.persist(task);
            } else {
                task.reads(promised, position++, zone);
            }
            tasks.flush();
            // History from elsewhere is no news to anybody.
            if (!published.imported()) tell(task, ASSIGNED, content.title(), now);
        }
        known.values().forEach(Task::withdraw);
    }

    @Transactional
    List<TaskRepository.Line> lines(TaskRepository.Filter filter, int limit) {
        return tasks.lines(filter, limit);
    }

    @Transactional
    TaskView view(UUID id) {
        return tasks.line(id).map(line -> TaskView.of(line, now())).orElseThrow(() -> none(id));
    }

    /** True when it is this person's own: those may say what became of it whatever their role. */
    @Transactional
    boolean belongsTo(UUID id, UUID person) {
        return tasks.findByIdOptional(id).filter(task -> task.belongsTo(person)).isPresent();
    }

    @Transactional
    TaskView done(UUID id, String note, Optional<Instant> past, Ref by) {
        var at = past.orElseGet(this::now);
        if (at.isAfter(now())) throw Problem.badField("at", "must be in the past");
        return changed(id, task -> task.done(note, by, at), "it was declined: reopen it first");
    }

    @Transactional
    TaskView decline(UUID id, String reason, Ref by) {
        return changed(id, task -> task.decline(reason, by, now()), "it is done: reopen it first");
    }

    @Transactional
    TaskView reopen(UUID id) {
        return changed(id, Task::reopen, "the report no longer holds it");
    }

    @Transactional
    TaskView watchedBy(UUID id, UUID check, String name) {
        return changed(id, task -> task.watchedBy(check, name), "the report no longer holds it");
    }

    /** What has to be said now and was not yet; how many reminders that were. */
    @Transactional
    int remind() {
        var now = now();
        var told = 0;
        for (var task : tasks.toRemind(LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(REMINDED_BEFORE))) {
            var reminder = Reminder.reached(task.due, task.zone(), task.createdAt, now);
            if (reminder.isEmpty()) continue;
            var report = tasks.line(task.id).map(TaskRepository.Line::report).orElse("");
            if (tell(task, reminder.get().kind(), report, now)) told++;
        }
        return told;
    }

    record Awaited(UUID task, UUID check) {}

    @Transactional
    List<Awaited> awaitingTheirCheck(int limit) {
        return tasks.awaitingTheirCheck(limit).stream()
                .map(task -> new Awaited(task.id, task.checkId))
                .toList();
    }

    @Transactional
    void checkRuns(Awaited awaited, String name, Instant since) {
        tasks.lock(awaited.task())
                .filter(task -> awaited.check().equals(task.checkId) && task.checkRunsSince == null)
                .ifPresent(task -> {
                    task.checkRuns(name, since, now());
                    Log.infof("task done by its check id=%s check=%s", task.id, task.checkId);
                });
    }

    private boolean tell(Task task, String kind, String report, Instant now) {
        if (task.ownerId == null || task.state != TaskState.OPEN) return false;
        var page = pages.publicUrl().isEmpty() ? "" : pages.of(task.postmortemId) + "#measures";
        var told = tasks.note(
                task,
                kind,
                Wording.subject(kind, task.title),
                Wording.body(kind, task.title, task.due, report, page),
                now);
        if (told)
            metrics.counter("tocsin.postmortem.task.messages", "kind", kind.replaceAll("-.*", ""))
                    .increment();
        return told;
    }

    private TaskView changed(UUID id, Function<Task, Task.Change> change, String refusal) {
        var task = tasks.lock(id).orElseThrow(() -> none(id));
        switch (change.apply(task)) {
            case DONE -> Log.infof("task changed id=%s state=%s", id, task.state);
            case ALREADY -> {}
            case REFUSED -> throw Problem.conflict(refusal);
        }
        return view(id);
    }

    private static NotFoundException none(UUID id) {
        return new NotFoundException("no task " + id);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Optional<LocalDate> today(boolean wanted) {
        return wanted ? Optional.of(LocalDate.ofInstant(now(), ZoneOffset.UTC)) : Optional.empty();
    }
}
