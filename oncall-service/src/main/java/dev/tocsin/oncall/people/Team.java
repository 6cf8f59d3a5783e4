package dev.tocsin.oncall.people;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import dev.tocsin.oncall.Ref;

/** People who own services together. */
@Entity
class Team {
    @Id
    UUID id;

    String name;
    String description;
    Instant createdAt;
    Instant deletedAt;

    @Version
    int version;

    static Team founded(String name, String description, Instant at) {
        var team = new Team();
        team.id = UUID.randomUUID();
        team.createdAt = at;
        team.describe(name, description);
        return team;
    }

    void describe(String name, String description) {
        this.name = name.strip();
        this.description = description == null ? "" : description.strip();
    }

    Ref ref() {
        return new Ref(id, name);
    }
}
