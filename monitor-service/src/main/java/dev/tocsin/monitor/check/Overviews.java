package dev.tocsin.monitor.check;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.check.Overview.Bad;
import dev.tocsin.monitor.check.Overview.Cell;
import dev.tocsin.monitor.check.Overview.Group;
import dev.tocsin.monitor.database.Database;

/** Reads all checks at once: counted by the database, since a board asks every few seconds. */
@ApplicationScoped
class Overviews {
    private static final String GROUPS = """
            select c.team_id, c.service_id,
                   count(*) filter (where s.state = 'up') as ups,
                   count(*) filter (where s.state = 'degraded') as slows,
                   count(*) filter (where s.state = 'down') as downs,
                   count(*) filter (where s.state = 'unreachable') as hidden,
                   count(*) filter (where s.state = 'unknown') as unknowns,
                   count(*) filter (where s.state = 'paused') as pauses
            from checks c join check_state s on s.check_id = c.id
            where c.deleted_at is null group by c.team_id, c.service_id
            """;
    private static final String WORST = """
            select c.id, c.name, s.state, s.since, s.reason
            from checks c join check_state s on s.check_id = c.id
            where c.deleted_at is null and s.state in ('down', 'unreachable', 'unknown', 'degraded')
            order by array_position(array['down', 'unreachable', 'unknown', 'degraded'], s.state), s.since desc, c.id
            limit ?
            """;
    private static final String CELLS = """
            select c.id, c.name, s.state, c.team_id, c.service_id
            from checks c join check_state s on s.check_id = c.id
            where c.deleted_at is null order by lower(c.name), c.id
            """;

    private final Database database;

    Overviews(Database database) {
        this.database = database;
    }

    /** @param cells all checks are named only while there are no more than these */
    Overview of(int worst, int cells) {
        var groups = database.list(
                GROUPS,
                row -> new Group(
                        row.maybeUuid("team_id"),
                        row.maybeUuid("service_id"),
                        row.number("ups"),
                        row.number("slows"),
                        row.number("downs"),
                        row.number("hidden"),
                        row.number("unknowns"),
                        row.number("pauses")));
        var total = groups.stream().mapToLong(Group::all).sum();
        return new Overview(total, groups, worst(groups, worst), total > cells ? List.of() : cells());
    }

    private List<Bad> worst(List<Group> groups, int most) {
        if (most == 0 || groups.stream().allMatch(group -> group.all() == group.up() + group.paused()))
            return List.of();
        return database.list(
                WORST,
                row -> new Bad(
                        row.uuid("id"),
                        row.text("name"),
                        row.text("state"),
                        row.instant("since"),
                        Optional.of(row.text("reason")).filter(reason -> !reason.isEmpty())),
                most);
    }

    private List<Cell> cells() {
        return database.list(
                CELLS,
                row -> new Cell(
                        row.uuid("id"),
                        row.text("name"),
                        row.text("state"),
                        row.maybeUuid("team_id"),
                        row.maybeUuid("service_id")));
    }
}
