package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Somebody stands in for whoever would be on call. */
@Entity
@Table(name = "schedule_override")
class ScheduleOverride {
    @Id
    UUID id;

    UUID scheduleId;
    UUID personId;
    Instant startAt;
    Instant endAt;
    Instant createdAt;

    static ScheduleOverride of(UUID scheduleId, UUID personId, Instant start, Instant end, Instant at) {
        var override = new ScheduleOverride();
        override.id = UUID.randomUUID();
        override.scheduleId = scheduleId;
        override.personId = personId;
        override.startAt = start;
        override.endAt = end;
        override.createdAt = at;
        return override;
    }

    Stint stint() {
        return new Stint(id, personId, startAt, endAt);
    }
}
