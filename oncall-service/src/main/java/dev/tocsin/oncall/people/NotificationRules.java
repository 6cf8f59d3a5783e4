package dev.tocsin.oncall.people;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Urgency;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Finds notification rules, soonest first. */
@ApplicationScoped
class NotificationRules implements PanacheRepositoryBase<NotificationRule, UUID> {

    List<NotificationRule> of(UUID personId, Urgency urgency) {
        return list("personId = ?1 and urgency = ?2 order by delaySeconds, id", personId, urgency);
    }
}
