package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tocsin.oncall.Ref;

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

    /**
     * What an override does.
     *
     * @param inPlaceOf whose place is taken; empty: of whoever would be on call, or of nobody
     * @param zone the schedule's, in which its people read {@code until}
     */
    public record StandIn(Optional<UUID> inPlaceOf, Instant until, ZoneId zone) {}

    /** An override or a temporary schedule of this schedule; empty when it was removed. */
    public Optional<StandIn> standIn(UUID scheduleId, UUID source) {
        var zone = schedules.zones(List.of(scheduleId)).get(scheduleId);
        return schedules
                .stint(scheduleId, source)
                .map(stint -> new StandIn(Optional.ofNullable(stint.replaces()), stint.end(), zone))
                .or(() -> schedules
                        .temporaryEnd(scheduleId, source)
                        .map(end -> new StandIn(Optional.empty(), end, zone)));
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

    /** One person's time on call, for one reason, from {@code start} until just before {@code end}. */
    public record Turn(OnDuty who, Instant start, Instant end) {}

    /**
     * A schedule written out.
     *
     * @param changedAt when its plan was last changed, or an override or temporary schedule was added
     * @param empty stretches in which nobody is on call
     */
    public record Book(Ref schedule, ZoneId zone, Instant changedAt, List<Turn> turns, List<Stretch> empty) {}

    /** One living schedule written out over [{@code from}, {@code to}); empty when it was deleted. */
    public Optional<Book> book(UUID scheduleId, Instant from, Instant to) {
        return books(schedules.list("id = ?1 and deletedAt is null", scheduleId), roster -> true, from, to).stream()
                .findFirst();
    }

    /** Every living schedule in which this person could be on call, by name. */
    public List<Book> booksOf(UUID person, Instant from, Instant to) {
        var rows = schedules.list("deletedAt is null order by lower(name), id");
        return books(rows, roster -> roster.mentions(person), from, to);
    }

    private List<Book> books(List<Schedule> rows, Predicate<Roster> wanted, Instant from, Instant to) {
        var ids = rows.stream().map(row -> row.id).toList();
        var rosters = schedules.rosters(ids, from);
        var zones = schedules.zones(ids);
        var changes = schedules.changes(ids, from);
        return rows.stream()
                .filter(row -> wanted.test(rosters.get(row.id)))
                .map(row -> book(row.ref(), zones.get(row.id), changes.get(row.id), rosters.get(row.id), from, to))
                .toList();
    }

    private static Book book(Ref schedule, ZoneId zone, Instant changedAt, Roster roster, Instant from, Instant to) {
        var shifts = roster.between(from, to);
        return new Book(
                schedule,
                zone,
                changedAt,
                Spell.of(shifts).stream()
                        .map(spell -> new Turn(OnDuty.of(spell.duty(), schedule.id()), spell.start(), spell.end()))
                        .toList(),
                shifts.stream()
                        .filter(shift -> shift.cover().nobody())
                        .map(shift -> new Stretch(shift.start(), shift.end(), List.of()))
                        .toList());
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
