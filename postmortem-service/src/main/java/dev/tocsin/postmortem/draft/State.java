package dev.tocsin.postmortem.draft;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tocsin.postmortem.Problem;

/** Where a report stands. A published one that is being corrected is a draft again; its readers keep what they had. */
public enum State {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("published")
    PUBLISHED,
    @JsonProperty("declined")
    DECLINED;

    /** From a query parameter; anything else is refused with the field's name. */
    public static State fromString(String text) {
        for (var state : values()) {
            if (state.wire().equals(text)) return state;
        }
        throw Problem.badField("state", "must be draft, published or declined");
    }

    /** As it stands in JSON and in addresses. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
