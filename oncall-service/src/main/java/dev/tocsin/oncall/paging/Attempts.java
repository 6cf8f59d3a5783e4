package dev.tocsin.oncall.paging;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Sql;
import dev.tocsin.oncall.incident.Pages;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

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

    /** What the carrier told of each request about an incident, as it came in. */
    Map<UUID, List<Pages.ReportView>> reportsOf(UUID incidentId) {
        return Sql.list(
                        getEntityManager(),
                        Object[].class,
                        "select a.id, r.received_at, r.status, r.error_code from page p"
                                + " join page_attempt a on a.page_id = p.id"
                                + " join delivery_report r on r.message_sid = a.provider_id"
                                + " where p.incident_id = ?1 order by r.received_at, r.status",
                        incidentId)
                .stream()
                .collect(groupingBy(
                        row -> (UUID) row[0],
                        mapping(
                                row -> new Pages.ReportView((Instant) row[1], (String) row[2], (String) row[3]),
                                toList())));
    }

    private Optional<UUID> page(String sql, Object parameter) {
        return Sql.list(getEntityManager(), UUID.class, sql, parameter).stream().findFirst();
    }
}
