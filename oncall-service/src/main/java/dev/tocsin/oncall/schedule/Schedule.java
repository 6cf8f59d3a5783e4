package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import dev.tocsin.oncall.Ref;

/** A team's rota by name; what it says is in its plans. */
@Entity
class Schedule {
    @Id
    UUID id;

    String name;
    UUID teamId;
    Instant createdAt;
    Instant deletedAt;

    @Version
    int version;

    static Schedule drawnUp(String name, UUID teamId, Instant at) {
        var schedule = new Schedule();
        schedule.id = UUID.randomUUID();
        schedule.createdAt = at;
        schedule.describe(name, teamId);
        return schedule;
    }

    void describe(String name, UUID teamId) {
        this.name = name.strip();
        this.teamId = teamId;
    }

    Ref ref() {
        return new Ref(id, name);
    }
}
