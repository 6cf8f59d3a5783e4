package dev.tocsin.oncall.schedule;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.tocsin.oncall.Problem;

/** A {@link Restriction} on the wire: {@code days} such as "monday", {@code from} and {@code to} such as "22:00". */
record RestrictionWire(
        @NotNull @Size(min = 1, max = 7) List<@NotNull String> days,
        @NotNull @JsonFormat(pattern = "HH:mm") LocalTime from,
        @NotNull @JsonFormat(pattern = "HH:mm") LocalTime to) {

    static RestrictionWire of(Restriction restriction) {
        var days = restriction.days().stream()
                .sorted()
                .map(day -> day.name().toLowerCase(Locale.ROOT))
                .toList();
        return new RestrictionWire(days, restriction.from(), restriction.to());
    }

    Restriction restriction(String path) {
        var chosen = EnumSet.noneOf(DayOfWeek.class);
        for (var text : days) {
            var day = Stream.of(DayOfWeek.values())
                    .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst();
            chosen.add(day.orElseThrow(() -> Problem.badField(path + ".days", "must be monday to sunday")));
        }
        return new Restriction(chosen, from.truncatedTo(ChronoUnit.MINUTES), to.truncatedTo(ChronoUnit.MINUTES));
    }
}
