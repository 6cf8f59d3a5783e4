package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** For a while somebody else is on call than the layers say. */
@Entity
@Table(name = "schedule_override")
class ScheduleOverride {
    @Id
    UUID id;

    UUID scheduleId;

    @Enumerated(EnumType.STRING)
    Stint.Kind kind;

    UUID personId;
    UUID replacesId;
    Instant startAt;
    Instant endAt;
    Instant createdAt;

    static ScheduleOverride of(UUID scheduleId, Stint stint, Instant at) {
        var override = new ScheduleOverride();
        override.id = stint.override();
        override.scheduleId = scheduleId;
        override.kind = stint.kind();
        override.personId = stint.person();
        override.replacesId = stint.replaces();
        override.startAt = stint.start();
        override.endAt = stint.end();
        override.createdAt = at;
        return override;
    }

    Stint stint() {
        return new Stint(id, kind, personId, replacesId, startAt, endAt);
    }
}
