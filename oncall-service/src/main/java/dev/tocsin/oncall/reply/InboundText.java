package dev.tocsin.oncall.reply;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A text somebody sent us, stored before it is understood; a second copy with the same id changes nothing. */
@Entity
@Table(name = "inbound_text")
class InboundText {
    @Id
    String messageSid;

    String sender;
    String recipient;
    String body;
    String raw;
    String carrierSays;
    Instant receivedAt;
    Instant processedAt;
    String result;
    String reply;

    void understood(Reply answer, Instant at) {
        processedAt = at;
        result = answer.result();
        reply = answer.text().orElse(null);
    }
}
