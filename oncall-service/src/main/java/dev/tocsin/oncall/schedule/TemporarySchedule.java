package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** For a while fixed shifts stand in the place of a whole schedule. */
@Entity
@RegisterForReflection(targets = Temporary.Fixed.class)
@Table(name = "schedule_temporary")
class TemporarySchedule {
    @Id
    UUID id;

    UUID scheduleId;
    String name;
    Instant startAt;
    Instant endAt;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Temporary.Fixed> shifts;

    Instant createdAt;

    static TemporarySchedule of(UUID scheduleId, Temporary temporary, Instant at) {
        var row = new TemporarySchedule();
        row.id = temporary.id();
        row.scheduleId = scheduleId;
        row.name = temporary.name();
        row.startAt = temporary.start();
        row.endAt = temporary.end();
        row.shifts = temporary.shifts();
        row.createdAt = at;
        return row;
    }

    Temporary temporary() {
        return new Temporary(id, name, startAt, endAt, shifts);
    }
}
