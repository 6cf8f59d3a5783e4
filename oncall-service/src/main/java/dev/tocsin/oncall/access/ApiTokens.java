package dev.tocsin.oncall.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Cursor;
import dev.tocsin.oncall.Secrets;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** API tokens: good until revoked. */
@ApplicationScoped
class ApiTokens implements PanacheRepositoryBase<ApiToken, UUID> {
    static final String PREFIX = "tct_";
    static final int SECRET_LENGTH = 32;
    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

    private final Clock clock;

    ApiTokens(Clock clock) {
        this.clock = clock;
    }

    /** The token with this secret, which counts as used now. */
    @Transactional
    Optional<ApiToken> use(String secret) {
        var now = clock.instant();
        var token = find("tokenHash = ?1", Secrets.hash(secret)).singleResultOptional();
        token.filter(t -> t.lastUsedAt == null
                        || t.lastUsedAt.plus(USE_IS_NOTED_EVERY).isBefore(now))
                .ifPresent(t -> update("lastUsedAt = ?1 where id = ?2", now, t.id));
        return token;
    }

    List<ApiToken> of(UUID personId) {
        return list("personId = ?1 order by createdAt desc, id", personId);
    }

    /** Everybody's, the newest first, and one more than {@code limit}. */
    List<ApiToken> all(String cursor, int limit) {
        if (cursor == null)
            return find("order by createdAt desc, id").range(0, limit).list();
        var after = Cursor.read(cursor, 2);
        return find(
                        "createdAt < ?1 or createdAt = ?1 and id > ?2 order by createdAt desc, id",
                        after.instant(0),
                        after.uuid(1))
                .range(0, limit)
                .list();
    }

    boolean revoke(UUID personId, UUID id) {
        return delete("personId = ?1 and id = ?2", personId, id) > 0;
    }
}
