package dev.tocsin.oncall.people;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** Somebody who may sign in, be on call, be paged. Never deleted: history points here. */
@Entity
class Person {
    /** The row that stands for the operator's token: not somebody, never listed, never on call. */
    static final UUID OPERATOR = new UUID(0, 0);

    @Id
    UUID id;

    String name;
    String email;

    @Enumerated(EnumType.STRING)
    Role role;

    String zone;
    String passwordHash;
    boolean mustChangePassword;
    Instant createdAt;
    Instant disabledAt;

    @Version
    int version;

    static Person joined(String name, String email, Role role, ZoneId zone, Instant at) {
        var person = new Person();
        person.id = UUID.randomUUID();
        person.createdAt = at;
        person.describe(name, email, role, zone);
        return person;
    }

    void describe(String name, String email, Role role, ZoneId zone) {
        this.name = name.strip();
        this.email = email.strip().toLowerCase(Locale.ROOT);
        this.role = role;
        this.zone = zone.getId();
    }

    void setPassword(String hash, boolean mustChange) {
        passwordHash = hash;
        mustChangePassword = mustChange;
    }

    void disable(boolean disabled, Instant at) {
        if (disabled == disabled()) return;
        disabledAt = disabled ? at : null;
    }

    boolean disabled() {
        return disabledAt != null;
    }

    ZoneId zone() {
        return ZoneId.of(zone);
    }

    Directory.PersonRef ref() {
        return new Directory.PersonRef(id, name);
    }
}
