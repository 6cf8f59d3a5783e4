package dev.tocsin.monitor.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.database.Row;

/** The table of windows. A row is written once and ended once. */
@ApplicationScoped
class Windows {
    private static final String SELECT = "select *, starts::text as began from maintenance_window where ";

    private final Database database;

    Windows(Database database) {
        this.database = database;
    }

    /** What is meant at present, by name; also what is over. */
    List<Window> current() {
        return database.list(SELECT + "valid_to is null order by lower(name), series", Windows::window);
    }

    Optional<Window> current(UUID series) {
        return database.first(SELECT + "valid_to is null and series = ?", Windows::window, series);
    }

    /** Everything that was meant at some time between. */
    List<Window> meant(Instant from, Instant to) {
        return database.list(
                SELECT + "valid_from < ? and (valid_to is null or valid_to > ?)", Windows::window, to, from);
    }

    void begin(Window window) {
        database.update(
                """
                insert into maintenance_window (id, series, version, name, everything, check_ids, service_ids, team_ids,
                                                starts, zone, duration_ms, rrule, made_by, valid_from)
                values (gen_random_uuid(), ?, ?, ?, ?, ?::uuid[], ?::uuid[], ?::uuid[], ?::timestamp, ?, ?, ?, ?, ?)
                """,
                window.series(),
                window.version(),
                window.name(),
                window.everything(),
                window.checkIds(),
                window.serviceIds(),
                window.teamIds(),
                window.when().starts().toString(),
                window.when().zone().getId(),
                window.when().length().toMillis(),
                window.when().rule(),
                window.madeBy(),
                window.validFrom());
    }

    /** @return whether it was still meant at this version; only one of two people who change it at once may go on */
    boolean end(UUID series, int version, Instant at) {
        return database.update(
                        "update maintenance_window set valid_to = greatest(?, valid_from) where series = ? and version = ? and valid_to is null",
                        at,
                        series,
                        version)
                == 1;
    }

    private static Window window(Row row) {
        return new Window(
                row.uuid("series"),
                row.integer("version"),
                row.text("name"),
                row.flag("everything"),
                Set.copyOf(row.uuids("check_ids")),
                Set.copyOf(row.uuids("service_ids")),
                Set.copyOf(row.uuids("team_ids")),
                new Recurrence(
                        LocalDateTime.parse(row.text("began").replace(' ', 'T')),
                        ZoneId.of(row.text("zone")),
                        Duration.ofMillis(row.number("duration_ms")),
                        row.maybeText("rrule")),
                row.text("made_by"),
                row.instant("valid_from"),
                row.maybeInstant("valid_to"));
    }
}
