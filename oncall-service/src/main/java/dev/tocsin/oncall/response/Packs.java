package dev.tocsin.oncall.response;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Sql;

/**
 * The days' packs and what changed since they were packed: together they are always the whole truth.
 *
 * <p>Each change of an incident leaves a row in {@code figure_change} in its own transaction. Reading takes these
 * incidents as they stand first, then the packs without them; packing a day and removing the rows it has seen is one
 * transaction. So whatever commits in between, an incident is read from the one or from the other, and once.
 */
@ApplicationScoped
class Packs {
    static final long DAY = Duration.ofDays(1).toMillis();

    private static final int CHANGES_AT_ONCE = 5_000;
    private static final int DAYS_AT_ONCE = 64;

    /** A day of UTC by its number since 1970, as it was packed last. */
    record Day(int number, long version, byte[] pack) {
        /** In milliseconds since 1970. */
        long start() {
            return number * DAY;
        }

        long end() {
            return start() + DAY;
        }
    }

    /** Takes every incident there is to see, one by one or by the day. */
    interface Visitor {
        void accept(DayPack.Cursor one);

        /** Offered a day of which every incident is to be seen: whether that was done. */
        boolean takes(Day day);
    }

    private final MeasuredIncidents incidents;
    private final PackCache cache;
    private final EntityManager database;

    Packs(MeasuredIncidents incidents, PackCache cache, EntityManager database) {
        this.incidents = incidents;
        this.cache = cache;
        this.database = database;
    }

    /** Every incident triggered in [from, to), each once. Whole milliseconds. */
    @Transactional
    void each(Instant from, Instant to, Visitor visitor) {
        var changed = incidents.changed(from, to);
        var elsewhere = new HashSet<Long>();
        var mixed = new HashSet<Integer>();
        for (var one : changed) {
            elsewhere.add(one.number());
            mixed.add(day(one.triggered().toEpochMilli()));
        }
        long start = from.toEpochMilli();
        long end = to.toEpochMilli();
        for (var day : days(day(start), day(end - 1))) {
            boolean whole = day.start() >= start && day.end() <= end && !mixed.contains(day.number());
            if (whole && visitor.takes(day)) continue;
            var cursor = new DayPack.Cursor(day.pack());
            while (cursor.next()) {
                if (cursor.triggered < start || cursor.triggered >= end) continue;
                if (!elsewhere.contains(cursor.number)) visitor.accept(cursor);
            }
        }
        var rest = new DayPack.Cursor(DayPack.of(changed));
        while (rest.next()) visitor.accept(rest);
    }

    private static int day(long millis) {
        return (int) Math.floorDiv(millis, DAY);
    }

    private List<Day> days(int first, int last) {
        var found = new ArrayList<Day>();
        var missing = new ArrayList<Integer>();
        for (var row : Sql.list(
                database,
                Object[].class,
                "select day, version from figure_day where day between ?1 and ?2",
                first,
                last)) {
            int number = ((Number) row[0]).intValue();
            cache.of(number, ((Number) row[1]).longValue()).ifPresentOrElse(found::add, () -> missing.add(number));
        }
        if (!missing.isEmpty()) {
            for (var row : Sql.list(
                    database, Object[].class, "select day, version, pack from figure_day where day in (?1)", missing)) {
                var day = new Day(((Number) row[0]).intValue(), ((Number) row[1]).longValue(), (byte[]) row[2]);
                cache.keep(day);
                found.add(day);
            }
        }
        return found;
    }

    /**
     * Packs the days of the oldest changes and forgets those changes. One replica at a time; a change that commits
     * meanwhile keeps its row, whether or not this packing saw it.
     *
     * @return whether there was more than fits into one go; false too when another replica is at it
     */
    @Transactional
    boolean pack() {
        var alone = Sql.list(
                        database, Boolean.class, "select pg_try_advisory_xact_lock(hashtextextended('figures', 0))")
                .getFirst();
        if (!alone) return false;
        var days = new TreeSet<Integer>();
        var changes = Sql.list(
                database,
                Instant.class,
                "select i.triggered_at from figure_change c join incident i on i.id = c.incident_id"
                        + " order by c.id limit ?1",
                CHANGES_AT_ONCE);
        for (var triggered : changes) {
            days.add(day(triggered.toEpochMilli()));
            if (days.size() == DAYS_AT_ONCE) break;
        }
        days.forEach(this::packed);
        return changes.size() == CHANGES_AT_ONCE || days.size() == DAYS_AT_ONCE;
    }

    /** All that is known to have changed on a day goes with one packing, in whatever order days were changed. */
    private void packed(int day) {
        var start = Instant.ofEpochMilli(day * DAY);
        var seen = Sql.list(
                database,
                Long.class,
                "select c.id from figure_change c join incident i on i.id = c.incident_id"
                        + " where i.triggered_at >= ?1 and i.triggered_at < ?2",
                start,
                start.plusMillis(DAY));
        pack(day);
        for (int from = 0; from < seen.size(); from += CHANGES_AT_ONCE) {
            database.createNativeQuery("delete from figure_change where id in (?1)")
                    .setParameter(1, seen.subList(from, Math.min(seen.size(), from + CHANGES_AT_ONCE)))
                    .executeUpdate();
        }
    }

    private void pack(int day) {
        var start = Instant.ofEpochMilli(day * DAY);
        var measured = incidents.triggered(start, start.plusMillis(DAY));
        database.createNativeQuery("insert into figure_day (day, version, incidents, pack)"
                        + " values (?1, nextval('figure_version'), ?2, ?3) on conflict (day) do update"
                        + " set version = excluded.version, incidents = excluded.incidents, pack = excluded.pack")
                .setParameter(1, day)
                .setParameter(2, measured.size())
                .setParameter(3, DayPack.of(measured))
                .executeUpdate();
    }

    /** Throws all packs away; figures stay right meanwhile, since everything counts as changed. */
    @Transactional
    long rebuild() {
        database.createNativeQuery("delete from figure_day").executeUpdate();
        database.createNativeQuery("delete from figure_change").executeUpdate();
        return database.createNativeQuery(
                        "insert into figure_change (incident_id) select id from incident order by triggered_at")
                .executeUpdate();
    }
}
