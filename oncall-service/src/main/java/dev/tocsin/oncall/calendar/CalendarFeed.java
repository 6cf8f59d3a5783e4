package dev.tocsin.oncall.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A secret address under which a calendar program finds shifts; it belongs to one person. */
@Entity
class CalendarFeed {
    /** Programs ask every few minutes; writing that down once an hour is enough. */
    private static final Duration NOTED_AGAIN = Duration.ofHours(1);

    @Id
    UUID id;

    UUID personId;
    UUID scheduleId;
    String tokenHash;
    Instant createdAt;
    Instant rotatedAt;
    Instant lastUsedAt;

    /** @param scheduleId null for the person's own shifts */
    static CalendarFeed of(UUID personId, UUID scheduleId, String tokenHash, Instant at) {
        var feed = new CalendarFeed();
        feed.id = UUID.randomUUID();
        feed.personId = personId;
        feed.scheduleId = scheduleId;
        feed.createdAt = at;
        feed.rotate(tokenHash, at);
        return feed;
    }

    void rotate(String newHash, Instant at) {
        tokenHash = newHash;
        rotatedAt = at;
        lastUsedAt = null;
    }

    void used(Instant at) {
        if (lastUsedAt == null || lastUsedAt.plus(NOTED_AGAIN).isBefore(at)) lastUsedAt = at;
    }

    Optional<UUID> schedule() {
        return Optional.ofNullable(scheduleId);
    }
}
