package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.tocsin.oncall.Ref;

/**
 * A schedule as its newest edit has it.
 *
 * @param effectiveFrom when that edit takes (or took) effect; null for the first, which always ruled
 */
record ScheduleView(
        UUID id, String name, Ref team, ZoneId zone, List<LayerView> layers, int version, Instant effectiveFrom) {

    record LayerView(
            String name,
            Layer.Every every,
            int length,
            @JsonFormat(pattern = "yyyy-MM-dd'T'HH:mm") LocalDateTime firstHandoff,
            List<Ref> members,
            @JsonFormat(pattern = "yyyy-MM-dd'T'HH:mm") LocalDateTime start,
            @JsonFormat(pattern = "yyyy-MM-dd'T'HH:mm") LocalDateTime end,
            List<RestrictionWire> restrictions) {

        private static LayerView of(Layer layer, Map<UUID, String> names) {
            return new LayerView(
                    layer.name(),
                    layer.every(),
                    layer.length(),
                    layer.firstHandoff(),
                    layer.members().stream()
                            .map(id -> new Ref(id, names.get(id)))
                            .toList(),
                    layer.start(),
                    layer.end(),
                    layer.restrictions().stream().map(RestrictionWire::of).toList());
        }
    }

    static ScheduleView of(Schedule schedule, Plan plan, String team, Map<UUID, String> names) {
        return new ScheduleView(
                schedule.id,
                schedule.name,
                new Ref(schedule.teamId, team),
                plan.zone(),
                plan.layers().stream().map(layer -> LayerView.of(layer, names)).toList(),
                schedule.version,
                plan.from().equals(Instant.EPOCH) ? null : plan.from());
    }
}
