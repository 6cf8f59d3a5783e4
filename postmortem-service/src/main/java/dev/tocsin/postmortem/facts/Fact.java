package dev.tocsin.postmortem.facts;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One measured value and where it comes from. A value that is not {@link State#RECORDED} is null, never a zero: a
 * missing acknowledgement is not an instant one. {@code note} says what is wrong with an invalid one, or why there will
 * be none. {@code correction} is there when a person has put the value in place of the measured one, or when it was
 * computed from such a value.
 */
public record Fact<T>(
        T value,
        State state,
        String source,
        @JsonInclude(JsonInclude.Include.NON_NULL) String note,
        @JsonInclude(JsonInclude.Include.NON_NULL) Corrected<T> correction) {

    /**
     * What stood there before a person corrected it; {@code was} is null when nothing was recorded. Of a value computed
     * from a corrected one, {@code by}, {@code at} and {@code reason} are those of that correction.
     */
    public record Corrected<T>(T was, State wasState, String reason, Ref by, Instant at) {}

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
        return new Fact<>(value, State.RECORDED, source, null, null);
    }

    public static <T> Fact<T> pending(String source) {
        return new Fact<>(null, State.PENDING, source, null, null);
    }

    public static <T> Fact<T> notApplicable(String source) {
        return new Fact<>(null, State.NOT_APPLICABLE, source, null, null);
    }

    /** Will never be known, and why. */
    public static <T> Fact<T> notApplicable(String source, String note) {
        return new Fact<>(null, State.NOT_APPLICABLE, source, note, null);
    }

    public static <T> Fact<T> invalid(String source, String note) {
        return new Fact<>(null, State.INVALID, source, note, null);
    }

    /** The same value, and that it stands where a person put it in place of {@code measured}. */
    Fact<T> corrected(Fact<T> measured, Correction correction) {
        var mark =
                new Corrected<>(measured.value, measured.state, correction.reason(), correction.by(), correction.at());
        return new Fact<>(value, state, source, note, mark);
    }
}
