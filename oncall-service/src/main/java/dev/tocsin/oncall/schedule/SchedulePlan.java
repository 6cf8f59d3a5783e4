package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One edit of a schedule's layers, kept for ever: what was true stays true. */
@Entity
@Immutable
@RegisterForReflection(targets = {Layer.class, Layer.Every.class, Restriction.class})
@Table(name = "schedule_plan")
class SchedulePlan {
    @Id
    UUID id;

    UUID scheduleId;
    int edition;
    Instant effectiveFrom;
    String zone;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Layer> layers;

    Instant createdAt;

    static SchedulePlan of(UUID scheduleId, int edition, Plan plan, Instant at) {
        var row = new SchedulePlan();
        row.id = UUID.randomUUID();
        row.scheduleId = scheduleId;
        row.edition = edition;
        row.effectiveFrom = plan.from();
        row.zone = plan.zone().getId();
        row.layers = plan.layers();
        row.createdAt = at;
        return row;
    }

    Plan plan() {
        return new Plan(effectiveFrom, ZoneId.of(zone), layers);
    }
}
