package dev.tocsin.oncall.maintenance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import dev.tocsin.oncall.Cursor;
import dev.tocsin.oncall.Listing;
import dev.tocsin.oncall.Sql;

/** Reads which incidents a window kept quiet. This query, alone in this room, looks into the incidents' table. */
@ApplicationScoped
class SuppressedIncidents {
    /** An incident for which nobody was paged; {@code pages} counts those that waited and were cancelled. */
    record View(
            UUID incidentId, long number, String title, String state, Instant at, int pages, Instant occurrenceStart) {}

    private final EntityManager database;

    SuppressedIncidents(EntityManager database) {
        this.database = database;
    }

    Listing<View> of(UUID windowId, String cursor, int limit) {
        var parameters = new ArrayList<Object>(List.of(windowId, limit + 1));
        var after = "";
        if (cursor != null) {
            var read = Cursor.read(cursor, 2);
            after = " and (s.at, i.number) < (?3, ?4)";
            parameters.add(Instant.parse(read.key(0)));
            parameters.add(Long.valueOf(read.key(1)));
        }
        var rows = Sql.list(
                database,
                Object[].class,
                "select i.id, i.number, i.title, i.state, s.at, s.pages, s.occurrence_start"
                        + " from maintenance_suppression s join incident i on i.id = s.incident_id"
                        + " where s.window_id = ?1" + after + " order by s.at desc, i.number desc limit ?2",
                parameters.toArray());
        return Listing.upTo(
                limit, rows.stream().map(SuppressedIncidents::view).toList(), row -> Cursor.of(row.at(), row.number()));
    }

    private static View view(Object[] row) {
        return new View(
                (UUID) row[0],
                ((Number) row[1]).longValue(),
                (String) row[2],
                ((String) row[3]).toLowerCase(Locale.ROOT),
                (Instant) row[4],
                ((Number) row[5]).intValue(),
                (Instant) row[6]);
    }
}
