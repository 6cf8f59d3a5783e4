package dev.tocsin.postmortem.action;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tocsin.postmortem.Problem;

/** Where a task stands. */
public enum TaskState {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("done")
    DONE,
    /** It will not be done, and somebody said why. */
    @JsonProperty("declined")
    DECLINED,
    /** A correction of the report no longer holds it. */
    @JsonProperty("withdrawn")
    WITHDRAWN;

    static TaskState fromString(String text) {
        for (var state : values()) {
            if (state.wire().equals(text)) return state;
        }
        throw Problem.badField("state", "must be open, done, declined or withdrawn");
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
