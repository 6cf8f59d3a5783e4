package dev.tocsin.oncall.escalation;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whom a step reaches: somebody by name, whoever a schedule has on call, or everybody of a team. */
public record Target(Kind kind, UUID id) {

    /** What a target's id is the id of. */
    public enum Kind {
        @JsonProperty("schedule")
        SCHEDULE,
        @JsonProperty("person")
        PERSON,
        @JsonProperty("team")
        TEAM
    }
}
