package dev.tocsin.oncall.maintenance;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Finds planned work. */
@ApplicationScoped
class MaintenanceWindows implements PanacheRepositoryBase<MaintenanceWindow, UUID> {

    List<MaintenanceWindow> of(UUID serviceId) {
        return list("serviceId = ?1 and deletedAt is null", serviceId);
    }

    Optional<MaintenanceWindow> of(UUID serviceId, UUID id) {
        return find("serviceId = ?1 and id = ?2 and deletedAt is null", serviceId, id)
                .singleResultOptional();
    }

    /** Those that may be going on: recurring ones, and others around now. Wall times are up to a day off. */
    List<MaintenanceWindow> begun(Instant now) {
        var wall = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        return list(
                "deletedAt is null and startWall <= ?1 and (rrule is not null or endWall >= ?2)",
                wall.plusDays(1),
                wall.minusDays(1));
    }

    /** Newest first by their first start, up to {@code limit} after the cursor. */
    List<MaintenanceWindow> page(UUID serviceId, String cursor, int limit) {
        if (cursor == null)
            return find("serviceId = ?1 and deletedAt is null order by startWall desc, id", serviceId)
                    .range(0, limit)
                    .list();
        var after = Cursor.read(cursor, 2);
        return find(
                        "serviceId = ?1 and deletedAt is null and (startWall < ?2 or startWall = ?2 and id > ?3)"
                                + " order by startWall desc, id",
                        serviceId,
                        LocalDateTime.parse(after.key(0)),
                        after.uuid(1))
                .range(0, limit)
                .list();
    }
}
