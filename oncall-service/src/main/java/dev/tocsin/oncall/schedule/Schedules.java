package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import dev.tocsin.oncall.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Finds schedules, their plans and overrides. */
@ApplicationScoped
class Schedules implements PanacheRepositoryBase<Schedule, UUID> {
    private final Plans plans;
    private final Overrides overrides;

    Schedules(Plans plans, Overrides overrides) {
        this.plans = plans;
        this.overrides = overrides;
    }

    Optional<Schedule> present(UUID id) {
        return find("id = ?1 and deletedAt is null", id).singleResultOptional();
    }

    /** The schedule, locked: overrides of one schedule are made one at a time. */
    Optional<Schedule> locked(UUID id) {
        return find("id = ?1 and deletedAt is null", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    Optional<Schedule> named(String name) {
        return find("lower(name) = lower(?1) and deletedAt is null", name.strip())
                .singleResultOptional();
    }

    /** Schedules by name, after the cursor (name, id) when there is one. */
    List<Schedule> after(Optional<Cursor> cursor, int count) {
        var query = cursor.isEmpty()
                ? find("deletedAt is null order by lower(name), id")
                : find(
                        "deletedAt is null and (lower(name) > ?1 or lower(name) = ?1 and id > ?2)"
                                + " order by lower(name), id",
                        cursor.get().key(0),
                        UUID.fromString(cursor.get().key(1)));
        return query.range(0, count - 1).list();
    }

    /** What is needed to say who is on call from {@code from} on. */
    Roster roster(UUID scheduleId, Instant from) {
        return new Roster(
                plans.of(scheduleId).stream().map(SchedulePlan::plan).toList(),
                overrides.endingAfter(scheduleId, from).stream()
                        .map(ScheduleOverride::stint)
                        .toList());
    }

    /** Finds plans, in the order in which they took effect. */
    @ApplicationScoped
    static class Plans implements PanacheRepositoryBase<SchedulePlan, UUID> {

        List<SchedulePlan> of(UUID scheduleId) {
            return list("scheduleId = ?1 order by effectiveFrom, createdAt", scheduleId);
        }

        /** The newest plan: what an editor sees. */
        SchedulePlan latest(UUID scheduleId) {
            return find("scheduleId = ?1 order by createdAt desc, effectiveFrom desc", scheduleId)
                    .firstResult();
        }

        List<SchedulePlan> ofAll(Collection<UUID> scheduleIds) {
            return scheduleIds.isEmpty()
                    ? List.of()
                    : list("scheduleId in ?1 order by effectiveFrom, createdAt", scheduleIds);
        }
    }

    /** Finds overrides, soonest first. */
    @ApplicationScoped
    static class Overrides implements PanacheRepositoryBase<ScheduleOverride, UUID> {

        List<ScheduleOverride> endingAfter(UUID scheduleId, Instant from) {
            return list("scheduleId = ?1 and endAt > ?2 order by startAt", scheduleId, from);
        }

        Optional<ScheduleOverride> clashing(UUID scheduleId, Instant start, Instant end) {
            return find("scheduleId = ?1 and startAt < ?3 and endAt > ?2 order by startAt", scheduleId, start, end)
                    .firstResultOptional();
        }

        Optional<ScheduleOverride> of(UUID scheduleId, UUID id) {
            return find("scheduleId = ?1 and id = ?2", scheduleId, id).singleResultOptional();
        }
    }
}
