package dev.tocsin.postmortem.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One measured value and where it comes from. A value that is not {@link State#RECORDED} is null, never a zero: a
 * missing acknowledgement is not an instant one. {@code note} says what is wrong with an invalid one.
 */
public record Fact<T>(
        T value,
        State state,
        String source,
        @JsonInclude(JsonInclude.Include.NON_NULL) String note) {

    /** How much a fact is worth. */
    public enum State {
        /** Measured; the only state that counts in a figure. */
        @JsonProperty("recorded")
        RECORDED,
        /** Not yet: the incident goes on, or a person has still to say. */
        @JsonProperty("pending")
        PENDING,
        /** It did not happen and will not: nobody acknowledged, nobody was paged. */
        @JsonProperty("not-applicable")
        NOT_APPLICABLE,
        /** The times contradict each other; shown loudly. */
        @JsonProperty("invalid")
        INVALID
    }

    public static <T> Fact<T> recorded(T value, String source) {
        return new Fact<>(value, State.RECORDED, source, null);
    }

    public static <T> Fact<T> pending(String source) {
        return new Fact<>(null, State.PENDING, source, null);
    }

    public static <T> Fact<T> notApplicable(String source) {
        return new Fact<>(null, State.NOT_APPLICABLE, source, null);
    }

    public static <T> Fact<T> invalid(String source, String note) {
        return new Fact<>(null, State.INVALID, source, note);
    }
}
