package dev.tocsin.oncall.schedule;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Usage;

/** Schedules need their team. */
@ApplicationScoped
class ScheduleUsage implements Usage {
    private final Schedules schedules;

    ScheduleUsage(Schedules schedules) {
        this.schedules = schedules;
    }

    @Override
    public Optional<String> of(UUID id) {
        return schedules
                .find("teamId = ?1 and deletedAt is null order by lower(name)", id)
                .firstResultOptional()
                .map(schedule -> "the schedule " + schedule.name);
    }
}
