package dev.tocsin.postmortem.action;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import dev.tocsin.postmortem.facts.Ref;
import dev.tocsin.postmortem.report.Content;

/** One promise of a published report and the rules by which it ends. */
@Entity
class Task {
    /** What became of a wish to change the task. */
    enum Change {
        DONE,
        /** It is so already; nothing was written. */
        ALREADY,
        /** Its state does not allow it. */
        REFUSED
    }

    @Id
    UUID id;

    UUID postmortemId;
    UUID contentId;
    int position;
    String title;
    String ownerName;
    UUID ownerId;
    LocalDate due;
    String zone;
    String doneWhen;
    String link;
    String watches;

    @Enumerated(EnumType.STRING)
    TaskState state;

    String reason;
    Instant settledAt;
    UUID settledById;
    String settledByName;
    UUID checkId;
    String checkName;
    Instant checkRunsSince;
    Instant createdAt;

    protected Task() {}

    Task(UUID postmortem, Content.Task promised, int position, ZoneId zone, Instant now) {
        this.id = UUID.randomUUID();
        this.postmortemId = postmortem;
        this.contentId = promised.id();
        this.createdAt = now;
        this.state = TaskState.OPEN;
        this.reason = "";
        reads(promised, position, zone);
    }

    /** Takes what a later version of the report says of it; what became of it meanwhile stays. */
    void reads(Content.Task promised, int place, ZoneId inZone) {
        position = place;
        title = promised.title();
        ownerName = promised.owner();
        ownerId = promised.ownerId().orElse(null);
        due = promised.due().orElse(null);
        zone = inZone.getId();
        doneWhen = promised.doneWhen();
        link = promised.link();
        watches = Watched.by(promised);
        if (state == TaskState.WITHDRAWN) state = TaskState.OPEN;
    }

    /** A correction of the report does without it. What was settled stays settled. */
    void withdraw() {
        if (state == TaskState.OPEN) state = TaskState.WITHDRAWN;
    }

    Change done(String note, Ref by, Instant now) {
        if (state == TaskState.DONE) return Change.ALREADY;
        return state == TaskState.OPEN ? settle(TaskState.DONE, note, by, now) : Change.REFUSED;
    }

    Change decline(String why, Ref by, Instant now) {
        if (state == TaskState.DECLINED) return Change.ALREADY;
        return state == TaskState.OPEN ? settle(TaskState.DECLINED, why, by, now) : Change.REFUSED;
    }

    Change reopen() {
        if (state == TaskState.OPEN) return Change.ALREADY;
        if (state == TaskState.WITHDRAWN) return Change.REFUSED;
        state = TaskState.OPEN;
        reason = "";
        settledAt = null;
        settledById = null;
        settledByName = null;
        return Change.DONE;
    }

    /** The check that somebody made for it; the task is done once that check runs. */
    Change watchedBy(UUID check, String name) {
        if (state == TaskState.WITHDRAWN) return Change.REFUSED;
        checkId = check;
        checkName = name;
        checkRunsSince = null;
        return Change.DONE;
    }

    /** Its check has seen its target. */
    void checkRuns(String name, Instant since, Instant now) {
        checkName = name;
        checkRunsSince = since;
        if (state == TaskState.OPEN) settle(TaskState.DONE, "The check “" + name + "” runs.", MONITORING, now);
    }

    /** Ends a task whose check runs: nobody needs to say so. */
    private static final Ref MONITORING = new Ref(null, "Tocsin");

    boolean isOverdue(Instant now) {
        return state == TaskState.OPEN && due != null && due.isBefore(LocalDate.ofInstant(now, zone()));
    }

    boolean belongsTo(UUID person) {
        return person.equals(ownerId);
    }

    ZoneId zone() {
        return ZoneId.of(zone);
    }

    Optional<Ref> settledBy() {
        return Optional.ofNullable(settledByName).map(name -> new Ref(settledById, name));
    }

    private Change settle(TaskState as, String why, Ref by, Instant now) {
        state = as;
        reason = why;
        settledAt = now;
        settledById = by.id();
        settledByName = by.name();
        return Change.DONE;
    }
}
