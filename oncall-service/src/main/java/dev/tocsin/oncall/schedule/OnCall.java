package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Answers for other rooms who is on call. */
@ApplicationScoped
@Transactional
public class OnCall {
    private final Schedules schedules;

    OnCall(Schedules schedules) {
        this.schedules = schedules;
    }

    /** What put somebody on call. */
    public enum Because {
        @JsonProperty("layer")
        LAYER,
        @JsonProperty("override")
        OVERRIDE,
        @JsonProperty("temporary")
        TEMPORARY
    }

    /**
     * Somebody on call, and why.
     *
     * @param layer the name of the layer whose turn it is; empty for the others
     * @param source the id of the override or the temporary schedule, else of the schedule
     */
    public record OnDuty(UUID person, Because because, String layer, UUID source) {
        static OnDuty of(Duty duty, UUID schedule) {
            return switch (duty.reason()) {
                case Duty.Reason.ByLayer layer -> new OnDuty(duty.person(), Because.LAYER, layer.name(), schedule);
                case Duty.Reason.ByOverride(var id) -> new OnDuty(duty.person(), Because.OVERRIDE, "", id);
                case Duty.Reason.ByTemporary temporary ->
                    new OnDuty(duty.person(), Because.TEMPORARY, "", temporary.temporary());
            };
        }
    }

    /** At this instant these people come on call in a schedule, and those go; who stays is in neither list. */
    public record Handoff(UUID schedule, Instant at, List<UUID> coming, List<UUID> going) {}

    /** The same people are on call from {@code start} until just before {@code end}; empty: nobody. */
    public record Stretch(Instant start, Instant end, List<UUID> people) {}

    /** Whom a schedule has on call at {@code when}, each once: empty for nobody and for schedules that were deleted. */
    public List<UUID> who(UUID scheduleId, Instant when) {
        return whoAndWhy(scheduleId, when).stream().map(OnDuty::person).toList();
    }

    /** The same, with what put each of them there. */
    public List<OnDuty> whoAndWhy(UUID scheduleId, Instant when) {
        if (schedules.present(scheduleId).isEmpty()) return List.of();
        return schedules.roster(scheduleId, when).at(when).duties().stream()
                .map(duty -> OnDuty.of(duty, scheduleId))
                .toList();
    }

    /** Every change of the people on call later than {@code after} and up to {@code until}, of every schedule, in order. */
    public List<Handoff> handoffs(Instant after, Instant until) {
        var living =
                schedules.list("deletedAt is null").stream().map(row -> row.id).toList();
        return Handoffs.of(schedules.rosters(living, after), after, until);
    }

    /** Who is on call in each of these schedules over [{@code from}, {@code to}): stretches that touch and cover it. */
    public Map<UUID, List<Stretch>> projection(Collection<UUID> scheduleIds, Instant from, Instant to) {
        var living = schedules.list("id in ?1 and deletedAt is null", scheduleIds).stream()
                .map(row -> row.id)
                .toList();
        return schedules.rosters(living, from).entrySet().stream()
                .collect(
                        Collectors.toMap(Map.Entry::getKey, roster -> Handoffs.stretches(roster.getValue(), from, to)));
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
