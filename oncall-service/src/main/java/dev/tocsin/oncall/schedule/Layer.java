package dev.tocsin.oncall.schedule;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * People who take turns: the first takes over at {@code firstHandoff}, the next one {@code length} days or weeks of
 * wall-clock time later, and so on for ever. Wall time without an offset: a turn keeps its hour over clock changes.
 */
public record Layer(String name, Every every, int length, LocalDateTime firstHandoff, List<UUID> members) {

    /** The unit of a turn's length. */
    public enum Every {
        @JsonProperty("daily")
        DAILY(1),
        @JsonProperty("weekly")
        WEEKLY(7);

        private final int days;

        Every(int days) {
            this.days = days;
        }
    }

    public Layer {
        members = List.copyOf(members);
    }

    long days() {
        return (long) every.days * length;
    }
}
