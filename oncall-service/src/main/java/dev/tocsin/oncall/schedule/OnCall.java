package dev.tocsin.oncall.schedule;

import java.time.Instant;
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

    OnCall(Schedules schedules) {
        this.schedules = schedules;
    }

    /** Who a schedule has on call at {@code when}: empty for nobody and for schedules that were deleted. */
    public Optional<UUID> who(UUID scheduleId, Instant when) {
        if (schedules.present(scheduleId).isEmpty()) return Optional.empty();
        return schedules.roster(scheduleId, when).at(when).who();
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
