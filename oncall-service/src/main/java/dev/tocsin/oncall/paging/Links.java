package dev.tocsin.oncall.paging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Secrets;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Makes and reads the links in texts. */
@ApplicationScoped
@Transactional
public class Links implements PanacheRepositoryBase<AckLink, String> {
    /** 22 of 62 characters: 131 bits. */
    static final int TOKEN_LENGTH = 22;

    static final Duration GOOD_FOR = Duration.ofHours(24);

    /** What a link allows. */
    public record Grant(UUID incidentId, UUID personId, boolean used, boolean expired) {}

    private final Clock clock;

    Links(Clock clock) {
        this.clock = clock;
    }

    /** A new token, shown this once. */
    String issue(UUID incidentId, UUID personId, Instant now) {
        var token = Secrets.random(TOKEN_LENGTH);
        persist(AckLink.acknowledge(Secrets.hash(token), incidentId, personId, now.plus(GOOD_FOR)));
        return token;
    }

    /** Looks, and changes nothing. */
    public Optional<Grant> read(String token) {
        return findByIdOptional(Secrets.hash(token)).map(this::grant);
    }

    /** Marks it used and tells how it was before; two at once are put in a line. */
    public Optional<Grant> use(String token) {
        return Optional.ofNullable(findById(Secrets.hash(token), LockModeType.PESSIMISTIC_WRITE))
                .map(link -> {
                    var before = grant(link);
                    if (!before.used() && !before.expired()) link.usedAt = clock.instant();
                    return before;
                });
    }

    private Grant grant(AckLink link) {
        return new Grant(
                link.incidentId,
                link.personId,
                link.usedAt != null,
                !clock.instant().isBefore(link.expiresAt));
    }
}
