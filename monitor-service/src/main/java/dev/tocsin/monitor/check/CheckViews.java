package dev.tocsin.monitor.check;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;

import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.database.Row;
import dev.tocsin.monitor.history.ResultView;
import dev.tocsin.monitor.history.Results;
import dev.tocsin.monitor.maintenance.Maintenance;
import dev.tocsin.monitor.verdict.State;

/** Reads checks together with how they are. */
@ApplicationScoped
class CheckViews {
    private static final String SELECT = """
            select c.id, c.slot, c.name, c.service_id, c.team_id, c.kind, c.target::text as target, c.conditions, c.interval_ms,
                   c.timeout_ms, c.failure_threshold, c.failure_window, c.success_threshold, c.degraded_ms,
                   c.detect_flapping, c.routing_key, c.events_url, c.paused, c.version, false as gone,
                   array(select parent from check_parent where child = c.id) as parents,
                   lower(c.name) as sorted, s.state, s.since, s.reason, s.cause, s.flapping,
                   o.key as code_key, o.file as code_file, o.line as code_line
            from checks c join check_state s on s.check_id = c.id
                left join check_code o on o.check_id = c.id
            where c.deleted_at is null
            """;

    private final Database database;
    private final Results results;
    private final Targets targets;
    private final Maintenance maintenance;
    private final Origins origins;
    private final Clock clock;

    CheckViews(
            Database database,
            Results results,
            Targets targets,
            Maintenance maintenance,
            Origins origins,
            Clock clock) {
        this.database = database;
        this.results = results;
        this.targets = targets;
        this.maintenance = maintenance;
        this.origins = origins;
        this.clock = clock;
    }

    /** Which checks; what is empty does not narrow. */
    record Filter(Optional<State> state, Optional<UUID> team, Optional<UUID> service, Optional<String> text) {}

    /** One check and how it is, the last result still missing. */
    private record Found(
            Watched check,
            int version,
            State state,
            Instant since,
            String reason,
            Optional<String> cause,
            boolean flapping,
            String sorted,
            Optional<Origin> code) {}

    /** @throws NotFoundException when there is none */
    CheckView one(UUID id) {
        var found = database.list(SELECT + " and c.id = ?", this::found, id);
        if (found.isEmpty()) throw new NotFoundException("no check " + id);
        return views(found).getFirst();
    }

    CheckPage page(Filter filter, Optional<Cursor> after, int limit) {
        var found = database.list(
                SELECT + """
                        and (?::text is null or s.state = ?::text)
                        and (?::uuid is null or c.team_id = ?::uuid)
                        and (?::uuid is null or c.service_id = ?::uuid)
                        and (?::text is null or position(lower(?::text) in lower(c.name)) > 0)
                        and (?::text is null or (lower(c.name), c.id) > (?::text, ?::uuid))
                        order by lower(c.name), c.id limit ?
                        """,
                this::found,
                filter.state().map(State::word),
                filter.state().map(State::word),
                filter.team(),
                filter.team(),
                filter.service(),
                filter.service(),
                filter.text(),
                filter.text(),
                after.map(Cursor::name),
                after.map(Cursor::name),
                after.map(Cursor::id),
                limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit
                ? Optional.of(shown.getLast()).map(f -> new Cursor(f.sorted, f.check.id()).text())
                : Optional.<String>empty();
        return new CheckPage(views(shown), next);
    }

    private List<CheckView> views(List<Found> found) {
        var last = results.last(found.stream().map(f -> f.check.id()).toList());
        var parents =
                parents(found.stream().flatMap(f -> f.check.parents().stream()).collect(Collectors.toSet()));
        return found.stream()
                .map(f -> view(
                        f,
                        f.check.parents().stream()
                                .map(parents::get)
                                .filter(Objects::nonNull)
                                .sorted(Comparator.comparing(CheckView.Parent::name))
                                .toList(),
                        Optional.ofNullable(last.get(f.check.id()))))
                .toList();
    }

    private Map<UUID, CheckView.Parent> parents(Set<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        return database
                .list(
                        "select id, name, state from checks join check_state on check_id = id where id = any(?) and deleted_at is null",
                        row -> new CheckView.Parent(row.uuid("id"), row.text("name"), row.text("state")),
                        ids)
                .stream()
                .collect(Collectors.toMap(CheckView.Parent::id, p -> p));
    }

    private CheckView view(Found found, List<CheckView.Parent> parents, Optional<ResultView> last) {
        var check = found.check;
        var target = check.target();
        return new CheckView(
                check.id(),
                check.name(),
                check.serviceId(),
                check.teamId(),
                target.kind(),
                Map.of(target.kind(), Secrets.hidden(target, targets.kinds())),
                check.conditions().texts(),
                check.interval(),
                check.timeout(),
                check.judging().failureThreshold(),
                check.judging().failureWindow(),
                check.judging().successThreshold(),
                check.judging().degradedAfter(),
                check.judging().detectFlapping(),
                parents,
                check.alert().map(a -> new CheckView.Alert(a.eventsUrl())),
                check.paused(),
                found.version,
                found.state.word(),
                found.since,
                Optional.of(found.reason).filter(r -> !r.isEmpty()),
                found.cause,
                found.flapping,
                maintenance.at(check.whose(), clock.instant()),
                last,
                check.rules().worstCaseDetection(),
                check.alert().isPresent(),
                check.alert()
                        .map(a -> "…" + a.routingKey().substring(a.routingKey().length() - 4)),
                found.code);
    }

    private Found found(Row row) {
        var check = targets.watched(row);
        return new Found(
                check,
                row.integer("version"),
                State.of(row.text("state")),
                row.instant("since"),
                row.text("reason"),
                row.maybeText("cause"),
                row.flag("flapping"),
                row.text("sorted"),
                row.maybeText("code_key")
                        .map(key -> new Origin(key, row.text("code_file"), row.integer("code_line")))
                        .filter(_ -> origins.rule()));
    }
}
