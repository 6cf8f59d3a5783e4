package dev.tocsin.oncall.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.tocsin.oncall.Cursor;
import dev.tocsin.oncall.Listing;
import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.Sql;
import dev.tocsin.oncall.Times;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What was changed on a service: the first question when it breaks. */
@Path("/api/v1/change-events")
@RolesAllowed("viewer")
@Transactional
@RunOnVirtualThread
class ChangesResource {
    /** How far back a change may lie to be worth a look. */
    private static final Duration BEFORE = Duration.ofDays(1);

    private static final Instant EARLIEST = Instant.EPOCH;

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ChangeView(
            UUID id,
            UUID serviceId,
            String summary,
            Optional<String> source,
            Instant observedAt,
            @JsonRawValue String links,

            @JsonRawValue @JsonInclude(JsonInclude.Include.NON_NULL)
            String details) {

        static ChangeView of(ChangeEvent event) {
            return new ChangeView(
                    event.id,
                    event.serviceId,
                    event.summary,
                    Optional.ofNullable(event.source),
                    event.observedAt,
                    event.links,
                    event.details);
        }
    }

    /** A service, and the times between which it was changed. */
    private record Window(UUID service, Instant from, Instant to) {}

    private final EntityManager database;

    ChangesResource(EntityManager database) {
        this.database = database;
    }

    @GET
    @Operation(summary = "Changes of a service, or of the day before an incident, the newest first.")
    public Listing<ChangeView> list(
            @QueryParam("incident") UUID incident,
            @QueryParam("service") UUID service,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        if ((incident == null) == (service == null))
            throw Problem.badField("service", "must be given, or incident, and not both");
        var window = incident != null
                ? before(incident)
                : new Window(
                        service,
                        Times.read("from", from, EARLIEST),
                        Times.read("to", to, Instant.parse("2199-01-01T00:00:00Z")));
        var after = Optional.ofNullable(cursor).map(text -> Cursor.read(text, 2));
        var found = database.createQuery(
                        "from ChangeEvent where serviceId = ?1 and observedAt >= ?2 and observedAt <= ?3"
                                + " and (observedAt < ?4 or observedAt = ?4 and id < ?5)"
                                + " order by observedAt desc, id desc",
                        ChangeEvent.class)
                .setParameter(1, window.service())
                .setParameter(2, window.from())
                .setParameter(3, window.to())
                .setParameter(4, after.map(c -> c.instant(0)).orElse(Instant.parse("2200-01-01T00:00:00Z")))
                .setParameter(5, after.map(c -> c.uuid(1)).orElse(new UUID(-1, -1)))
                .setMaxResults(limit + 1)
                .getResultList();
        return Listing.upTo(limit, found, event -> Cursor.of(event.observedAt, event.id))
                .map(ChangeView::of);
    }

    private Window before(UUID incident) {
        List<Object[]> found = Sql.list(
                database, Object[].class, "select service_id, triggered_at from incident where id = ?1", incident);
        if (found.isEmpty()) throw new NotFoundException("there is no incident " + incident);
        var at = (Instant) found.getFirst()[1];
        return new Window((UUID) found.getFirst()[0], at.minus(BEFORE), at);
    }
}
