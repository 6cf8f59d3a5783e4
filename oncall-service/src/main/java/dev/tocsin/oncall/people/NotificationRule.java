package dev.tocsin.oncall.people;

import java.time.Duration;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import dev.tocsin.oncall.Urgency;

/** A person's wish: use this method, so long after the page began. */
@Entity
@Table(name = "notification_rule")
class NotificationRule {
    @Id
    UUID id;

    UUID personId;
    UUID methodId;
    long delaySeconds;

    @Enumerated(EnumType.STRING)
    Urgency urgency;

    static NotificationRule of(UUID personId, Urgency urgency, UUID methodId, Duration delay) {
        var rule = new NotificationRule();
        rule.id = UUID.randomUUID();
        rule.personId = personId;
        rule.urgency = urgency;
        rule.methodId = methodId;
        rule.delaySeconds = delay.toSeconds();
        return rule;
    }

    Duration delay() {
        return Duration.ofSeconds(delaySeconds);
    }
}
