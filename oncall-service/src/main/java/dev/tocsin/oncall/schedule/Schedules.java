package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;

import dev.tocsin.oncall.NamedRepository;
import dev.tocsin.oncall.Ref;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import static java.util.stream.Collectors.groupingBy;

/** Finds schedules, their plans and overrides. */
@ApplicationScoped
class Schedules implements NamedRepository<Schedule> {
    private final Plans plans;
    private final Overrides overrides;
    private final Temporaries temporaries;

    Schedules(Plans plans, Overrides overrides, Temporaries temporaries) {
        this.plans = plans;
        this.overrides = overrides;
        this.temporaries = temporaries;
    }

    @Override
    public String noun() {
        return "schedule";
    }

    @Override
    public Ref ref(Schedule schedule) {
        return schedule.ref();
    }

    /** The schedule, locked: its edits and overrides are made one at a time. */
    Schedule locked(UUID id) {
        return find("id = ?1 and deletedAt is null", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional()
                .orElseThrow(() -> new NotFoundException("there is no schedule " + id));
    }

    /** What is needed to say who is on call from {@code from} on. */
    Roster roster(UUID scheduleId, Instant from) {
        return rosters(List.of(scheduleId), from).get(scheduleId);
    }

    /** The same for many schedules, with three queries. */
    Map<UUID, Roster> rosters(Collection<UUID> ids, Instant from) {
        var plansOf = plans.of(ids).stream().collect(groupingBy(plan -> plan.scheduleId));
        var overridesOf = overrides.endingAfter(ids, from).stream().collect(groupingBy(over -> over.scheduleId));
        var temporariesOf = temporaries.endingAfter(ids, from).stream().collect(groupingBy(row -> row.scheduleId));
        return ids.stream()
                .collect(Collectors.toMap(
                        id -> id,
                        id -> Roster.edited(
                                plansOf.getOrDefault(id, List.of()).stream()
                                        .map(SchedulePlan::plan)
                                        .toList(),
                                overridesOf.getOrDefault(id, List.of()).stream()
                                        .map(ScheduleOverride::stint)
                                        .toList(),
                                temporariesOf.getOrDefault(id, List.of()).stream()
                                        .map(TemporarySchedule::temporary)
                                        .toList())));
    }

    /** The zone of each schedule, as its newest edit has it. */
    Map<UUID, ZoneId> zones(Collection<UUID> ids) {
        return plans.latest(ids).values().stream()
                .collect(Collectors.toMap(plan -> plan.scheduleId, plan -> ZoneId.of(plan.zone)));
    }

    /** An override of this schedule, if it still is one. */
    Optional<Stint> stint(UUID scheduleId, UUID overrideId) {
        return overrides.of(scheduleId, overrideId).map(ScheduleOverride::stint);
    }

    /** When a temporary schedule of this schedule ends, if it still is one. */
    Optional<Instant> temporaryEnd(UUID scheduleId, UUID temporaryId) {
        return temporaries.of(scheduleId, temporaryId).map(temporary -> temporary.endAt);
    }

    /** When each schedule was last edited, or given something that ends after {@code from}. */
    Map<UUID, Instant> changes(Collection<UUID> ids, Instant from) {
        var changes = new HashMap<UUID, Instant>();
        plans.latest(ids).values().forEach(plan -> changes.put(plan.scheduleId, plan.createdAt));
        overrides.endingAfter(ids, from).forEach(row -> changes.merge(row.scheduleId, row.createdAt, Schedules::later));
        temporaries
                .endingAfter(ids, from)
                .forEach(row -> changes.merge(row.scheduleId, row.createdAt, Schedules::later));
        return changes;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** Finds plans, in the order of the edits. */
    @ApplicationScoped
    static class Plans implements PanacheRepositoryBase<SchedulePlan, UUID> {

        List<SchedulePlan> of(Collection<UUID> scheduleIds) {
            return scheduleIds.isEmpty() ? List.of() : list("scheduleId in ?1 order by edition", scheduleIds);
        }

        /** The newest edit: what an editor sees. */
        SchedulePlan latest(UUID scheduleId) {
            return find("scheduleId = ?1 order by edition desc", scheduleId).firstResult();
        }

        /** The newest edit of each of these schedules. */
        Map<UUID, SchedulePlan> latest(Collection<UUID> scheduleIds) {
            return of(scheduleIds).stream()
                    .collect(Collectors.toMap(plan -> plan.scheduleId, plan -> plan, (older, newer) -> newer));
        }
    }

    /** Finds overrides, soonest first. */
    @ApplicationScoped
    static class Overrides implements PanacheRepositoryBase<ScheduleOverride, UUID> {

        List<ScheduleOverride> endingAfter(Collection<UUID> scheduleIds, Instant from) {
            return scheduleIds.isEmpty()
                    ? List.of()
                    : list("scheduleId in ?1 and endAt > ?2 order by startAt", scheduleIds, from);
        }

        /** The first override that cannot hold together with this one. */
        Optional<ScheduleOverride> clashing(UUID scheduleId, Stint stint) {
            return find(
                            "scheduleId = ?1 and startAt < ?3 and endAt > ?2 order by startAt",
                            scheduleId,
                            stint.start(),
                            stint.end())
                    .stream()
                    .filter(other -> stint.clashes(other.stint()))
                    .findFirst();
        }

        Optional<ScheduleOverride> of(UUID scheduleId, UUID id) {
            return find("scheduleId = ?1 and id = ?2", scheduleId, id).singleResultOptional();
        }
    }

    /** Finds temporary schedules, soonest first. */
    @ApplicationScoped
    static class Temporaries implements PanacheRepositoryBase<TemporarySchedule, UUID> {

        List<TemporarySchedule> endingAfter(Collection<UUID> scheduleIds, Instant from) {
            return scheduleIds.isEmpty()
                    ? List.of()
                    : list("scheduleId in ?1 and endAt > ?2 order by startAt", scheduleIds, from);
        }

        Optional<TemporarySchedule> clashing(UUID scheduleId, Instant start, Instant end) {
            return find("scheduleId = ?1 and startAt < ?3 and endAt > ?2 order by startAt", scheduleId, start, end)
                    .firstResultOptional();
        }

        Optional<TemporarySchedule> of(UUID scheduleId, UUID id) {
            return find("scheduleId = ?1 and id = ?2", scheduleId, id).singleResultOptional();
        }
    }
}
