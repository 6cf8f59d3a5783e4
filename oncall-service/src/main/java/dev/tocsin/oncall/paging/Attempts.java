package dev.tocsin.oncall.paging;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The requests made to the carrier. */
@ApplicationScoped
class Attempts implements PanacheRepositoryBase<PageAttempt, UUID> {

    List<PageAttempt> of(Collection<UUID> pageIds) {
        return pageIds.isEmpty() ? List.of() : list("pageId in ?1 order by pageId, n", pageIds);
    }

    Optional<PageAttempt> latest(UUID pageId) {
        return find("pageId = ?1 order by n desc", pageId).firstResultOptional();
    }

    /** The page a report is about: by our own id when the report carries it, else by the carrier's. */
    Optional<UUID> pageOf(Optional<UUID> attemptId, String providerId) {
        return attemptId.isPresent()
                ? page("select page_id from page_attempt where id = ?1", attemptId.get())
                : page("select page_id from page_attempt where provider_id = ?1", providerId);
    }

    Optional<PageAttempt> reported(UUID pageId, Optional<UUID> attemptId, String providerId) {
        return attemptId.isPresent()
                ? find("id = ?1 and pageId = ?2", attemptId.get(), pageId).singleResultOptional()
                : find("providerId = ?1 and pageId = ?2", providerId, pageId).firstResultOptional();
    }

    private Optional<UUID> page(String sql, Object parameter) {
        return Sql.list(getEntityManager(), UUID.class, sql, parameter).stream().findFirst();
    }
}
