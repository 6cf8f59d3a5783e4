package dev.tocsin.oncall;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether somebody is to be woken, or may read it when they next look. */
public enum Urgency {
    @JsonProperty("high")
    HIGH,
    @JsonProperty("low")
    LOW;

    /** The word on the wire. */
    public String wire() {
        return this == HIGH ? "high" : "low";
    }
}
