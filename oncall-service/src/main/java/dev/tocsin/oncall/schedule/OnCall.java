package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Answers for other rooms who is on call. */
@ApplicationScoped
@Transactional
public class OnCall {
    private final Schedules schedules;
    private final Schedules.Plans plans;

    OnCall(Schedules schedules, Schedules.Plans plans) {
        this.schedules = schedules;
        this.plans = plans;
    }

    /** Who a schedule has on call at {@code when}: empty for nobody and for schedules that were deleted. */
    public Optional<UUID> who(UUID scheduleId, Instant when) {
        if (schedules.present(scheduleId).isEmpty()) return Optional.empty();
        return schedules.roster(scheduleId, when).at(when).who();
    }

    /** Where a team reads its clocks: the zone of its oldest schedule. */
    public Optional<ZoneId> zoneOf(UUID teamId) {
        return schedules
                .find("teamId = ?1 and deletedAt is null order by createdAt, id", teamId)
                .firstResultOptional()
                .map(schedule -> plans.latest(schedule.id).plan().zone());
    }

    /** Names of schedules, deleted ones too. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        return schedules.names(ids);
    }

    /** Refuses a request that names in {@code field} what is not a schedule. */
    public void require(String field, UUID id) {
        schedules.named(field, id);
    }
}
