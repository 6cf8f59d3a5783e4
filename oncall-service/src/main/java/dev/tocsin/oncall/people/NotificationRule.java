package dev.tocsin.oncall.people;

import java.time.Duration;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A person's wish: use this method, so long after the page began. */
@Entity
@Table(name = "notification_rule")
class NotificationRule {
    @Id
    UUID id;

    UUID personId;
    UUID methodId;
    long delaySeconds;

    static NotificationRule of(UUID personId, UUID methodId, Duration delay) {
        var rule = new NotificationRule();
        rule.id = UUID.randomUUID();
        rule.personId = personId;
        rule.methodId = methodId;
        rule.delaySeconds = delay.toSeconds();
        return rule;
    }

    Duration delay() {
        return Duration.ofSeconds(delaySeconds);
    }
}
