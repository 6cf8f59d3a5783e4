package dev.tocsin.oncall.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tocsin.oncall.Urgency;

/** How a service decides whether its trouble may wake somebody. */
public enum UrgencyRule {
    @JsonProperty("by-severity")
    BY_SEVERITY,
    @JsonProperty("always-high")
    ALWAYS_HIGH,
    @JsonProperty("always-low")
    ALWAYS_LOW;

    Urgency apply(Urgency bySeverity) {
        return switch (this) {
            case BY_SEVERITY -> bySeverity;
            case ALWAYS_HIGH -> Urgency.HIGH;
            case ALWAYS_LOW -> Urgency.LOW;
        };
    }
}
