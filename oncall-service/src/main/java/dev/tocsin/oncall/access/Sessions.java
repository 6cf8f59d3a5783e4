package dev.tocsin.oncall.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Secrets;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/** Sessions: opaque, revocable, gone when they were idle or old for too long. */
@ApplicationScoped
class Sessions implements PanacheRepositoryBase<Session, UUID> {
    static final String PREFIX = "tcs_";
    private static final int SECRET_LENGTH = 32;
    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

    private final AccessConfig config;
    private final Clock clock;

    Sessions(AccessConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** A session as its owner gets it, once. */
    record Opened(String token, Instant expiresAt) {}

    @Transactional
    Opened open(UUID personId, String address) {
        var token = PREFIX + Secrets.random(SECRET_LENGTH);
        var session = Session.opened(token, personId, address, clock.instant(), config.sessionMax());
        persist(session);
        return new Opened(token, session.expiresAt);
    }

    /** The living session with this token, which counts as used now. */
    @Transactional
    Optional<Session> use(String token) {
        var now = clock.instant();
        var session = find(
                        "tokenHash = ?1 and lastUsedAt > ?2 and expiresAt > ?3",
                        Secrets.hash(token),
                        now.minus(config.sessionIdle()),
                        now)
                .singleResultOptional();
        session.filter(s -> s.lastUsedAt.plus(USE_IS_NOTED_EVERY).isBefore(now))
                .ifPresent(s -> update("lastUsedAt = ?1 where id = ?2", now, s.id));
        return session;
    }

    @Transactional
    boolean end(String token) {
        return delete("tokenHash = ?1", Secrets.hash(token)) > 0;
    }

    /** Its owner has just proved who they are. */
    @Transactional
    void confirmed(UUID id) {
        update("confirmedAt = ?1 where id = ?2", clock.instant(), id);
    }

    boolean end(UUID personId, UUID id) {
        return delete("personId = ?1 and id = ?2", personId, id) > 0;
    }

    /** Ends all sessions of somebody, except the one they use to say so. */
    void endAll(UUID personId, Optional<UUID> except) {
        delete("personId = ?1 and id <> ?2", personId, except.orElse(new UUID(0, 0)));
    }

    List<Session> of(UUID personId) {
        var now = clock.instant();
        return list(
                "personId = ?1 and lastUsedAt > ?2 and expiresAt > ?3 order by createdAt desc, id",
                personId,
                now.minus(config.sessionIdle()),
                now);
    }

    /** Sweeps out sessions that have ended by themselves. */
    @Scheduled(every = "1h", delayed = "10m")
    @Transactional
    void sweep() {
        var now = clock.instant();
        var gone = delete("lastUsedAt <= ?1 or expiresAt <= ?2", now.minus(config.sessionIdle()), now);
        if (gone > 0) Log.infof("swept %d ended sessions", gone);
    }
}
