package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.people.Membership;

/**
 * A schedule as its team draws it up.
 *
 * @param version the one that was read, needed to change it
 * @param effectiveFrom when an edit takes effect; null or past: at once
 */
record ScheduleRequest(
        @NotBlank @Size(max = 100) String name,
        @NotNull UUID teamId,
        @NotNull ZoneId zone,
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid LayerRequest> layers,
        Integer version,
        Instant effectiveFrom) {

    /** {@code firstHandoff}, {@code start} and {@code end} are wall time in the schedule's zone. */
    record LayerRequest(
            @NotBlank @Size(max = 100) String name,
            @NotNull Layer.Every every,
            @Min(1) @Max(168) int length,
            @NotNull LocalDateTime firstHandoff,
            @NotNull @Size(min = 1, max = 200) List<@NotNull UUID> members,
            LocalDateTime start,
            LocalDateTime end,
            @Size(max = 20) List<@NotNull @Valid RestrictionWire> restrictions) {

        private Layer layer(String path) {
            return new Layer(
                    name.strip(),
                    every,
                    checkedLength(path),
                    minute(path + ".firstHandoff", firstHandoff),
                    members,
                    minute(path + ".start", start),
                    checkedEnd(path),
                    windows(path));
        }

        private int checkedLength(String path) {
            if (every != Layer.Every.HOURLY && length > 52)
                throw Problem.badField(path + ".length", "must be at most 52 days, weeks or months");
            return length;
        }

        private LocalDateTime checkedEnd(String path) {
            var checked = minute(path + ".end", end);
            if (checked != null && !checked.isAfter(start == null ? firstHandoff : start))
                throw Problem.badField(path + ".end", "must be after the start of the layer");
            return checked;
        }

        private List<Restriction> windows(String path) {
            var windows = new ArrayList<Restriction>();
            for (var given : restrictions == null ? List.<RestrictionWire>of() : restrictions)
                windows.add(given.restriction("%s.restrictions[%d]".formatted(path, windows.size())));
            return windows;
        }

        private static LocalDateTime minute(String field, LocalDateTime at) {
            if (at == null) return null;
            if (at.getYear() < 1990 || at.getYear() > 2199) throw Problem.badField(field, "is outside of 1990 to 2199");
            return at.truncatedTo(ChronoUnit.MINUTES);
        }
    }

    /** The layers, after a look at who is in them. */
    List<Layer> checkedLayers(Membership membership) {
        var everybody = layers.stream().flatMap(layer -> layer.members.stream()).collect(Collectors.toSet());
        var enabled = membership.enabled(everybody);
        var checked = new ArrayList<Layer>();
        for (var i = 0; i < layers.size(); i++) {
            var layer = layers.get(i);
            checked.add(layer.layer("layers[%d]".formatted(i)));
            for (var j = 0; j < layer.members.size(); j++) {
                if (!enabled.contains(layer.members.get(j)))
                    throw Problem.badField(
                            "layers[%d].members[%d]".formatted(i, j), "is nobody we know, or somebody disabled");
            }
        }
        return checked;
    }
}
