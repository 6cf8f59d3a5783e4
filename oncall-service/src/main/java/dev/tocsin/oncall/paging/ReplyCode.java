package dev.tocsin.oncall.paging;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** The number by which a person answers for an incident. */
@Entity
@Table(name = "reply_code")
@IdClass(ReplyCode.Key.class)
class ReplyCode {
    @Id
    UUID personId;

    @Id
    UUID incidentId;

    String address;
    int code;
    Instant lastUsed;

    record Key(UUID personId, UUID incidentId) implements Serializable {}

    static ReplyCode of(UUID personId, UUID incidentId, String address, int code, Instant at) {
        var given = new ReplyCode();
        given.personId = personId;
        given.incidentId = incidentId;
        given.address = address;
        given.code = code;
        given.lastUsed = at;
        return given;
    }
}
