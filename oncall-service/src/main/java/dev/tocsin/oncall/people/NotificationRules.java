package dev.tocsin.oncall.people;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Finds notification rules, soonest first. */
@ApplicationScoped
class NotificationRules implements PanacheRepositoryBase<NotificationRule, UUID> {

    List<NotificationRule> of(UUID personId) {
        return list("personId = ?1 order by delaySeconds, id", personId);
    }
}
