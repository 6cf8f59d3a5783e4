package dev.tocsin.oncall.schedule;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * People who take turns: the first takes over at {@code firstHandoff}, the next one {@code length} hours, days, weeks or
 * months of wall-clock time later, and so on. Wall time without an offset: a turn keeps its hour over clock changes.
 *
 * @param start when the layer begins to count; null: at the first handoff. Earlier than that the turns reach back.
 * @param end when it ceases to count; null: never
 * @param restrictions the layer works only while one of them holds; empty: always
 */
public record Layer(
        String name,
        Every every,
        int length,
        LocalDateTime firstHandoff,
        List<UUID> members,
        LocalDateTime start,
        LocalDateTime end,
        List<Restriction> restrictions) {

    /** The unit of a turn's length. */
    public enum Every {
        @JsonProperty("hourly")
        HOURLY(ChronoUnit.HOURS),
        @JsonProperty("daily")
        DAILY(ChronoUnit.DAYS),
        @JsonProperty("weekly")
        WEEKLY(ChronoUnit.WEEKS),
        @JsonProperty("monthly")
        MONTHLY(ChronoUnit.MONTHS);

        private final ChronoUnit unit;

        Every(ChronoUnit unit) {
            this.unit = unit;
        }
    }

    public Layer {
        members = List.copyOf(members);
        restrictions = restrictions == null ? List.of() : List.copyOf(restrictions);
    }

    /** The wall time at which turn {@code n} begins, always counted from the first: 31 January, 28 February, 31 March. */
    LocalDateTime turn(long n) {
        return firstHandoff.plus(Math.multiplyExact(n, length), every.unit);
    }

    /** Which turn a wall time falls into, before any clock change is thought of. */
    long turnsUntil(LocalDateTime wall) {
        return Math.floorDiv(every.unit.between(firstHandoff, wall), (long) length);
    }

    /** Whether turns begin at the same hour of each of their days; two-hourly ones do not. */
    boolean keepsItsHour() {
        return every != Every.HOURLY || length % 24 == 0;
    }
}
