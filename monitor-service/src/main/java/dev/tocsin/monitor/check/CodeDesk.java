package dev.tocsin.monitor.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import dev.tocsin.monitor.Problem;
import dev.tocsin.monitor.Problem.Fault;
import dev.tocsin.monitor.database.Database;

/**
 * Makes the checks of a file what the file says: compares first, then changes only what differs. A check that is the same
 * is not touched, so it keeps its phase, its counters and its state.
 */
@ApplicationScoped
public class CodeDesk {
    private final Checks checks;
    private final CheckDesk desk;
    private final Targets targets;
    private final Ancestry ancestry;
    private final Database database;

    CodeDesk(Checks checks, CheckDesk desk, Targets targets, Ancestry ancestry, Database database) {
        this.checks = checks;
        this.desk = desk;
        this.targets = targets;
        this.ancestry = ancestry;
        this.database = database;
    }

    /**
     * A check as a file describes it.
     *
     * @param id an existing check to take over, with its history; empty for the one that has the key, or a new one
     * @param parents keys of checks of the same file
     * @param promised fields of secrets whose values are known where the file is applied, but not here
     */
    public record Entry(
            String key,
            Optional<UUID> id,
            CheckRequest request,
            Set<String> parents,
            Set<String> promised,
            String file,
            int line) {}

    /** A check of the plan. @param fields what of it changes */
    public record Step(UUID id, String key, String name, List<String> fields) {}

    /** What is wrong with an entry in view of what there is. */
    public record EntryFault(String key, Fault fault) {}

    /** What applying would do. @param faults nothing is applied while there are any */
    public record Plan(
            List<Step> created, List<Step> changed, List<Step> ended, int unchanged, List<EntryFault> faults) {}

    /** What is wrong with a check as such. */
    public List<Fault> faults(CheckRequest request) {
        try {
            desk.demandGood(request);
            return List.of();
        } catch (Problem.Refusal refusal) {
            var problem = (Problem) refusal.getResponse().getEntity();
            return problem.errors().isEmpty() ? List.of(new Fault("", problem.detail())) : problem.errors();
        }
    }

    @Transactional
    public Plan plan(List<Entry> entries) {
        return draft(entries).plan();
    }

    /** Does what the plan says, in the caller's transaction: all of it, or nothing. */
    @Transactional(TxType.MANDATORY)
    public Plan apply(List<Entry> entries) {
        var draft = draft(entries);
        if (!draft.faults.isEmpty()) return draft.plan();
        draft.ended.forEach(step -> desk.end(step.id()));
        for (var work : draft.works) if (work.before.isEmpty()) desk.make(work.id, work.entry.request, work.wanted);
        for (var work : draft.works)
            work.before
                    .filter(_ -> !work.differences.isEmpty())
                    .ifPresent(check -> desk.put(
                            check, work.entry.request, work.wanted, check.watched(targets, draft.parents(work.id))));
        for (var work : draft.works)
            if (work.before.isEmpty() || !work.differences.isEmpty()) ancestry.put(work.id, work.parents);
        remember(draft.works);
        return draft.plan();
    }

    private void remember(List<Work> works) {
        var ids = works.stream().map(work -> work.id).toList();
        database.update("delete from check_code where not check_id = any(?::uuid[])", ids);
        // in two steps, so that two checks may change keys
        database.update("""
                update check_code set key = '~' || check_id where check_id = any(?::uuid[])
                """, ids);
        database.update(
                """
                insert into check_code (check_id, key, file, line)
                select * from unnest(?::uuid[], ?::text[], ?::text[], ?::int[])
                on conflict (check_id) do update set key = excluded.key, file = excluded.file, line = excluded.line
                """,
                ids,
                works.stream().map(work -> work.entry.key).toList(),
                works.stream().map(work -> work.entry.file).toList(),
                works.stream().map(work -> work.entry.line).toList());
    }

    /** One entry beside what there is. */
    private static final class Work {
        private final Entry entry;
        private final UUID id;
        private final Optional<Check> before;
        private final Set<UUID> parents;
        private Wanted wanted;
        private List<String> differences = List.of();

        private Work(Entry entry, UUID id, Optional<Check> before, Set<UUID> parents) {
            this.entry = entry;
            this.id = id;
            this.before = before;
            this.parents = parents;
        }

        private Step step() {
            return new Step(id, entry.key, entry.request.name(), differences);
        }
    }

    private record Draft(
            List<Work> works, List<Step> ended, List<EntryFault> faults, Map<UUID, Set<UUID>> parentsBefore) {
        Set<UUID> parents(UUID check) {
            return parentsBefore.getOrDefault(check, Set.of());
        }

        Plan plan() {
            var created = works.stream()
                    .filter(work -> work.before.isEmpty())
                    .map(Work::step)
                    .toList();
            var changed = works.stream()
                    .filter(work -> work.before.isPresent() && !work.differences.isEmpty())
                    .map(Work::step)
                    .toList();
            return new Plan(created, changed, ended, works.size() - created.size() - changed.size(), faults);
        }
    }

    private Draft draft(List<Entry> entries) {
        var owned = owned();
        var faults = new ArrayList<EntryFault>();
        var ids = identities(entries, owned, faults);
        var existing = existing(ids.values());
        var parentsBefore = ancestry.all(existing.keySet());
        var works = new ArrayList<Work>();
        for (var entry : entries) {
            var id = ids.get(entry.key);
            var parents = new HashSet<>(entry.request.parentIds());
            entry.parents.forEach(key -> parents.add(ids.get(key)));
            var work = new Work(entry, id, Optional.ofNullable(existing.get(id)), parents);
            compare(work, parentsBefore.getOrDefault(id, Set.of()), faults);
            works.add(work);
        }
        var kept = Set.copyOf(ids.values());
        var ended = owned.values().stream()
                .filter(step -> !kept.contains(step.id()))
                .toList();
        return new Draft(works, ended, faults, parentsBefore);
    }

    /** The checks that live in code, by their keys. */
    private Map<String, Step> owned() {
        return database
                .list(
                        "select o.check_id, o.key, c.name from check_code o join checks c on c.id = o.check_id where c.deleted_at is null order by o.key",
                        row -> new Step(row.uuid("check_id"), row.text("key"), row.text("name"), List.of()))
                .stream()
                .collect(Collectors.toMap(Step::key, step -> step, (a, _) -> a, LinkedHashMap::new));
    }

    private Map<String, UUID> identities(List<Entry> entries, Map<String, Step> owned, List<EntryFault> faults) {
        var ids = new HashMap<String, UUID>();
        var taken = new HashSet<UUID>();
        var wanted = entries.stream().flatMap(entry -> entry.id.stream()).toList();
        var gone = Set.copyOf(database.list(
                "select id from checks where id = any(?::uuid[]) and deleted_at is not null",
                row -> row.uuid("id"),
                wanted));
        for (var entry : entries) {
            var known = Optional.ofNullable(owned.get(entry.key)).map(Step::id);
            var id = entry.id.or(() -> known).orElseGet(UUID::randomUUID);
            if (gone.contains(id))
                faults.add(new EntryFault(
                        entry.key, new Fault("id", "belongs to a check that was deleted; leave it out")));
            if (!taken.add(id))
                faults.add(new EntryFault(entry.key, new Fault("id", "stands for two checks of the file")));
            ids.put(entry.key, id);
        }
        return ids;
    }

    private Map<UUID, Check> existing(Collection<UUID> ids) {
        return checks.list("id in ?1 and deletedAt is null", ids).stream()
                .collect(Collectors.toMap(check -> check.id, check -> check));
    }

    private void compare(Work work, Set<UUID> parentsBefore, List<EntryFault> faults) {
        var request = work.entry.request;
        var wanted = desk.demandGood(request);
        var before = work.before.map(check -> check.watched(targets, parentsBefore));
        var target = before.map(b -> Secrets.restored(wanted.target(), b.target(), targets.kinds()))
                .orElse(wanted.target());
        work.wanted = new Wanted(target, wanted.conditions());
        Secrets.missing(target, targets.kinds()).stream()
                .filter(fault -> !work.entry.promised.contains(fault.field()))
                .forEach(fault -> faults.add(new EntryFault(work.entry.key, fault)));
        var keyless = request.alert().isPresent()
                && request.alert().get().routingKey().isEmpty();
        if (keyless && before.flatMap(Watched::alert).isEmpty() && !work.entry.promised.contains("alert.routingKey"))
            faults.add(new EntryFault(work.entry.key, new Fault("alert.routingKey", "is needed to alert anybody")));
        work.differences = before.map(b -> differences(b, desired(work))).orElse(List.of());
    }

    /** What the check would be. */
    private Watched desired(Work work) {
        var now = work.before.orElseThrow();
        var draft = new Check(now.id, now.slot, now.createdAt);
        draft.routingKey = now.routingKey;
        draft.paused = work.entry.request.paused().orElse(now.paused);
        draft.apply(work.entry.request, work.wanted, targets);
        return draft.watched(targets, work.parents);
    }

    private static List<String> differences(Watched before, Watched after) {
        return Stream.of(
                        differs("name", before.name(), after.name()),
                        differs("serviceId", before.serviceId(), after.serviceId()),
                        differs("teamId", before.teamId(), after.teamId()),
                        differs(after.target().kind(), before.target(), after.target()),
                        differs("conditions", before.conditions(), after.conditions()),
                        differs("interval", before.interval(), after.interval()),
                        differs("timeout", before.timeout(), after.timeout()),
                        differs("thresholds", before.judging(), after.judging()),
                        differs("parents", before.parents(), after.parents()),
                        differs("alert", before.alert(), after.alert()),
                        differs("paused", before.paused(), after.paused()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> differs(String field, Object before, Object after) {
        return before.equals(after) ? Optional.empty() : Optional.of(field);
    }
}
