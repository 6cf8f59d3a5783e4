package dev.tocsin.oncall.calendar;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Secrets;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Finds calendar addresses. */
@ApplicationScoped
class CalendarFeeds implements PanacheRepositoryBase<CalendarFeed, UUID> {

    List<CalendarFeed> of(UUID personId) {
        return list("personId = ?1 order by createdAt, id", personId);
    }

    Optional<CalendarFeed> of(UUID personId, UUID id) {
        return find("personId = ?1 and id = ?2", personId, id).singleResultOptional();
    }

    Optional<CalendarFeed> byToken(String token) {
        return find("tokenHash", Secrets.hash(token)).singleResultOptional();
    }
}
