package dev.tocsin.oncall.people;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One way to reach a person. Removed ones stay for the pages that used them. */
@Entity
@Table(name = "contact_method")
class ContactMethod {
    @Id
    UUID id;

    UUID personId;

    @Enumerated(EnumType.STRING)
    Directory.Kind kind;

    String address;
    Instant createdAt;
    Instant optedOutAt;
    Instant deletedAt;

    static ContactMethod sms(UUID personId, String e164, Instant at) {
        var method = new ContactMethod();
        method.id = UUID.randomUUID();
        method.personId = personId;
        method.kind = Directory.Kind.SMS;
        method.address = e164;
        method.createdAt = at;
        return method;
    }

    boolean mayBePaged() {
        return deletedAt == null && optedOutAt == null;
    }

    Directory.Method method() {
        return new Directory.Method(id, kind, address);
    }
}
