package dev.tocsin.postmortem.draft;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tocsin.postmortem.Problem;

/**
 * Where a report stands: a draft is reviewed, approved by somebody who did not write it, and published. A published one
 * that is being corrected is a draft again; its readers keep what they had.
 */
public enum State {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("in-review")
    IN_REVIEW,
    /** By a second person; any change of the text takes it back to review. */
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("published")
    PUBLISHED,
    @JsonProperty("declined")
    DECLINED;

    /** From a query parameter; anything else is refused with the field's name. */
    public static State fromString(String text) {
        for (var state : values()) {
            if (state.wire().equals(text)) return state;
        }
        var all = Arrays.stream(values()).map(State::wire).collect(Collectors.joining(", "));
        throw Problem.badField("state", "must be one of " + all);
    }

    /** Whether people are at work on it: it may be written, commented on and measured anew. */
    public boolean isOpen() {
        return this == DRAFT || this == IN_REVIEW || this == APPROVED;
    }

    /** As it stands in JSON and in addresses. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
