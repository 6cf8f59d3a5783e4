package dev.tocsin.oncall.schedule;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.people.Membership;

/** A schedule as its team draws it up; {@code version} is the one that was read, needed to change it. */
record ScheduleRequest(
        @NotBlank @Size(max = 100) String name,
        @NotNull UUID teamId,
        @NotNull ZoneId zone,
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid LayerRequest> layers,
        Integer version) {

    /** {@code firstHandoff} is wall time in the schedule's zone. */
    record LayerRequest(
            @NotBlank @Size(max = 100) String name,
            @NotNull Layer.Every every,
            @Min(1) @Max(52) int length,
            @NotNull LocalDateTime firstHandoff,
            @NotNull @Size(min = 1, max = 200) List<@NotNull UUID> members) {

        private Layer layer() {
            return new Layer(name.strip(), every, length, firstHandoff.truncatedTo(ChronoUnit.MINUTES), members);
        }
    }

    /** The layers, after a look at who is in them. */
    List<Layer> checkedLayers(Membership membership) {
        var everybody = layers.stream().flatMap(layer -> layer.members.stream()).collect(Collectors.toSet());
        var enabled = membership.enabled(everybody);
        IntStream.range(0, layers.size()).forEach(i -> {
            var layer = layers.get(i);
            var year = layer.firstHandoff.getYear();
            if (year < 1990 || year > 2199)
                throw Problem.badField("layers[%d].firstHandoff".formatted(i), "is outside of 1990 to 2199");
            for (var j = 0; j < layer.members.size(); j++) {
                if (!enabled.contains(layer.members.get(j)))
                    throw Problem.badField(
                            "layers[%d].members[%d]".formatted(i, j), "is nobody we know, or somebody disabled");
            }
        });
        return layers.stream().map(LayerRequest::layer).toList();
    }
}
