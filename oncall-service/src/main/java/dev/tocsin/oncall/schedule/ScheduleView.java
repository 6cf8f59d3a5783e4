package dev.tocsin.oncall.schedule;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.tocsin.oncall.Ref;

/** A schedule as its newest edit has it. */
record ScheduleView(UUID id, String name, Ref team, ZoneId zone, List<LayerView> layers, int version) {

    record LayerView(
            String name,
            Layer.Every every,
            int length,
            @JsonFormat(pattern = "yyyy-MM-dd'T'HH:mm") LocalDateTime firstHandoff,
            List<Ref> members) {}

    static ScheduleView of(Schedule schedule, Plan plan, String team, Map<UUID, String> names) {
        var layers = plan.layers().stream()
                .map(layer -> new LayerView(
                        layer.name(),
                        layer.every(),
                        layer.length(),
                        layer.firstHandoff(),
                        layer.members().stream()
                                .map(id -> new Ref(id, names.get(id)))
                                .toList()))
                .toList();
        return new ScheduleView(
                schedule.id, schedule.name, new Ref(schedule.teamId, team), plan.zone(), layers, schedule.version);
    }
}
